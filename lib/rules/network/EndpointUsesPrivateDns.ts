import { whereHolds } from '../../analysis/network/alternatives';
import { equals, isTrue, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** Services of AWS have a public name to stand in for; those of others, and gateway load balancers, have none. */
const hasPublicName = satisfying({ ja: 'AWSのサービス', en: 'a service of AWS' }, (value) => {
  const start =
    value.kind === 'known' ? String(value.value) : value.kind === 'text' ? String(value.parts[0]) : undefined;
  if (start === undefined) return 'undetermined';
  return start.startsWith('com.amazonaws.vpce.') || /\.(s3|dynamodb)$/.test(start) ? 'breaks' : 'holds';
});

export const EndpointUsesPrivateDns = defineRule({
  id: 'EndpointUsesPrivateDns',
  clauses: ['9.2(6)①(カ)', '7.5(7)'],
  title: {
    ja: 'VPCエンドポイントは、サービスの公開名をVPC内のアドレスに解決させる',
    en: 'VPC endpoints answer to the public names of their services',
  },
  why: {
    ja: '公開名が外のアドレスに解決されると、エンドポイントがあっても通信は外へ向かい、エンドポイントポリシーを通らない。',
    en: 'Where the name still resolves to a public address, traffic heads for the Internet past the endpoint and its policy.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのPrivateDnsEnabledをtrueとし、VPCのEnableDnsHostnames及びEnableDnsSupportもtrueとしてください。',
    en: 'Set PrivateDnsEnabled of the AWS::EC2::VPCEndpoint to true, and EnableDnsHostnames and EnableDnsSupport of the VPC, too.',
  },
  cdk: {
    ja: 'addInterfaceEndpointのprivateDnsEnabledをtrueとする',
    en: 'privateDnsEnabled: true of addInterfaceEndpoint',
  },
  // A city may resolve these names by a hosted zone that VPCs share.
  duty: 'should',
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (endpoint) =>
    whereHolds(
      endpoint
        .get('VpcEndpointType')
        .orDefault('Gateway')
        .must(equals('Interface'))
        .and(endpoint.get('ServiceName').must(hasPublicName)),
      endpoint.get('PrivateDnsEnabled').orDefault(false).must(isTrue),
    ),
});
