import { whereHolds } from '../../analysis/network/alternatives';
import {
  carriesData,
  limitsRequests,
  reachesOwnResourcesOnly,
  takesPolicy,
} from '../../analysis/network/endpoint-policies';
import { defineRule } from '../define';

export const EndpointReachesOwnResources = defineRule({
  id: 'EndpointReachesOwnResources',
  clauses: ['9.2(6)①(カ)', '4(1)②(イ)'],
  title: {
    ja: 'エンドポイントポリシーは、他のアカウントのリソースへの要求を通さない',
    en: 'Endpoint policies let no request pass to resources of other accounts',
  },
  why: {
    ja: '呼出元だけを限っても、庁内の役割が権限を広く持てば、他人のアカウントのバケットやキューへデータを送れる。',
    en: 'Where only the caller is limited, a role of the city with wide rights can still send data into a bucket or queue of somebody else.',
  },
  fix: {
    ja: 'PolicyDocumentの各Allow文のResourceを必要なものに限るか、ConditionのStringEqualsにaws:ResourceAccount又はaws:ResourceOrgIDを加えてください。',
    en: 'In each Allow statement of PolicyDocument name the resources that are needed, or add aws:ResourceAccount or aws:ResourceOrgID to StringEquals of Condition.',
  },
  cdk: {
    ja: 'MyNumberVpc等のエンドポイントを用いるか、endpoint.addToPolicy()の文のconditionsに加える',
    en: 'use the endpoints of MyNumberVpc and its kind, or add it to conditions of the statement in endpoint.addToPolicy()',
  },
  // The clause asks that traffic inside the cloud is controlled, not how finely.
  duty: 'should',
  resources: ['AWS::EC2::VPCEndpoint'],
  // What limits nothing at all is for other rules.
  check: (endpoint) =>
    whereHolds(
      takesPolicy(endpoint).and(carriesData(endpoint)).and(limitsRequests(endpoint)),
      reachesOwnResourcesOnly(endpoint),
    ),
});
