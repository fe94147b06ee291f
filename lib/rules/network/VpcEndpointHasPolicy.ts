import { byAlternative, whereHolds } from '../../analysis/network/alternatives';
import { allows, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals, matching, oneOf, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const everything = equals('*');
/** An endpoint serves one service, so that all actions of a service are all that there are. */
const everyAction = matching(/^[^:]*\*$|^[^:]*:\*+$/, { ja: '全ての操作', en: 'every action' });

export const VpcEndpointHasPolicy = defineRule({
  id: 'VpcEndpointHasPolicy',
  clauses: ['9.2(6)①(カ)', '4(1)①', '4(1)②(イ)'],
  title: {
    ja: 'マイナンバー利用事務系のVPCエンドポイントは、通す要求をエンドポイントポリシーで限る',
    en: 'VPC endpoints of the my-number zone limit what passes by an endpoint policy',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのPolicyDocumentに、必要な操作とリソースだけを許可するか、aws:PrincipalAccount、aws:ResourceAccount等の条件を付けてください。指定しない場合、他のアカウントへの持出しを含む全ての要求が通ります（CDKではendpoint.addToPolicy）。',
    en: 'In PolicyDocument of the AWS::EC2::VPCEndpoint allow only the actions and resources that are needed, or add conditions such as aws:PrincipalAccount and aws:ResourceAccount. Without a policy every request passes, those that carry data to another account among them (in CDK: endpoint.addToPolicy).',
  },
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['my-number'] },
  check: (endpoint) => whereHolds(takesPolicy(endpoint), limits(endpoint.get('PolicyDocument'))),
});

/** Endpoints of gateway load balancers and of other parties' services take no policy. */
function takesPolicy(endpoint: Resource): Claim {
  return endpoint
    .get('VpcEndpointType')
    .orDefault('Gateway')
    .must(oneOf('Gateway', 'Interface'))
    .and(
      endpoint.get('ServiceName').must(
        satisfying({ ja: 'AWSのサービス', en: 'a service of AWS' }, (value) => {
          const text =
            value.kind === 'known'
              ? String(value.value)
              : value.kind === 'text'
                ? String(value.parts[0])
                : '';
          return text.startsWith('com.amazonaws.vpce') ? 'breaks' : 'holds';
        }),
      ),
    );
}

function limits(policy: Field): Claim {
  return byAlternative(policy, (value) => {
    if (value.kind === 'absent') {
      return policy.states(
        'breaks',
        { ja: '指定なし（全ての要求が通る）', en: 'not set, so that every request passes' },
        { ja: '必要な要求だけを通すポリシー', en: 'a policy that lets through what is needed' },
      );
    }
    return statementsOf(policy).every((item) => isNarrow(item));
  });
}

/** Not everything to everything without a condition. */
function isNarrow(item: Field): Claim {
  const { actions, resources, condition, notActions } = statement(item);
  const all = Claim.all([
    allows(statement(item)),
    actions.some((action) => action.must(everyAction)).or(notActions.some((action) => action.present)),
    resources.some((resource) => resource.must(everything)),
    condition.must(absent),
  ]);
  return all.not().explained(
    item.path,
    {
      ja: '全ての操作を全てのリソースに条件なく許可',
      en: 'every action on every resource, without a condition',
    },
    { ja: '操作、リソース又は条件による限定', en: 'a limit by action, resource or condition' },
    item.at,
  );
}
