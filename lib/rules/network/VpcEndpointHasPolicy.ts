import { type Conditions, conditionsOf, type Entry } from '../../analysis/identity/conditions';
import { isAboutEverything } from '../../analysis/identity/statements';
import { byAlternative, UNDETERMINED, whereHolds } from '../../analysis/network/alternatives';
import { allows, denies, type Statement, statement, statementsOf } from '../../analysis/policy-document';
import { namesEveryone } from '../../analysis/tls-only';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { matching, oneOf, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { defineRule } from '../define';

/** An endpoint serves one service, so that all actions of a service are all that there are. */
const everyAction = matching(/^[^:]*\*$|^[^:]*:\*+$/, { ja: '全ての操作', en: 'every action' });
/** Likewise all resources of a service, for example `arn:aws:s3:::*`. */
const everyResource = matching(/^arn:[^:]*:[^:]*:[*:]*(\*\/\*)?$/, {
  ja: '全てのリソース',
  en: 'every resource',
});
/** Conditions that say nothing of who asks, nor of whose the resource is. */
const NO_LIMIT =
  /^(aws:(securetransport|currenttime|epochtime|tokenissuetime|useragent|referer|requestedregion)|s3:tlsversion)$/;
/** Conditions by which a statement denies what belongs to others. */
const OWNERS =
  /^(aws:(resource|principal)(account|arn|orgid|orgpaths)|s3:resourceaccount|kms:calleraccount)$/;
const EXEMPTIONS = /^aws:(principalisawsservice|viaawsservice)$/;

export const VpcEndpointHasPolicy = defineRule({
  id: 'VpcEndpointHasPolicy',
  clauses: ['9.2(6)①(カ)', '4(1)①', '4(2)①', '4(1)②(イ)'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCエンドポイントは、通す要求をエンドポイントポリシーで限る',
    en: 'VPC endpoints of the my-number and LGWAN zones limit what passes by an endpoint policy',
  },
  why: {
    ja: 'エンドポイントは他人のアカウントのバケットにも通じる。ポリシーで限らなければ、閉域の中から攻撃者のバケットへ住民情報を書き込める。',
    en: 'An endpoint also leads to buckets of other accounts. Unless a policy limits it, resident records can be copied from inside the closed zone into a bucket of an attacker.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのPolicyDocumentに、必要な操作とリソースだけを許可するか、aws:PrincipalAccount、aws:ResourceAccount等の条件を付けてください。指定しない場合、他のアカウントへの持ち出しを含む全ての要求が通ります。',
    en: 'In PolicyDocument of the AWS::EC2::VPCEndpoint allow only the actions and resources that are needed, or add conditions such as aws:PrincipalAccount and aws:ResourceAccount. Without a policy every request passes, those that carry data to another account among them.',
  },
  cdk: {
    ja: 'MyNumberVpc等のエンドポイントを用いるか、endpoint.addToPolicy()を呼ぶ',
    en: 'use the endpoints of MyNumberVpc and its kind, or call endpoint.addToPolicy()',
  },
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (endpoint) =>
    whereHolds(takesPolicy(endpoint), limits(endpoint.get('PolicyDocument'), endpoint.template)),
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

function limits(policy: Field, template: Template): Claim {
  return byAlternative(policy, (value) => {
    if (value.kind === 'absent') {
      return policy.states(
        'breaks',
        { ja: '指定なし（全ての要求が通る）', en: 'not set, so that every request passes' },
        { ja: '必要な要求だけを通すポリシー', en: 'a policy that lets through what is needed' },
      );
    }
    const statements = statementsOf(policy);
    return statements
      .every((item) => isNarrow(item, template))
      .or(statements.some((item) => keepsToOwners(statement(item), template)));
  });
}

/** Not everything to everything and everybody without a condition. */
function isNarrow(item: Field, template: Template): Claim {
  const so = statement(item);
  const all = Claim.allInTurn(
    () => allows(so),
    () => asksAll(so),
    () => ofAll(so),
    () => namesEveryone(so.principal, template),
    () => limitsSomething(conditionsOf(so.condition)).not(),
  );
  if (all === Claim.BREAKS) return Claim.HOLDS;
  return all.not().explained(
    item.path,
    {
      ja: '全ての操作を全てのリソースに条件なく許可',
      en: 'every action on every resource, without a condition that limits callers or resources',
    },
    { ja: '操作、リソース又は条件による限定', en: 'a limit by action, resource or condition' },
    item.at,
  );
}

/** Denies everything that belongs to others, whatever another statement allows. */
function keepsToOwners(so: Statement, template: Template): Claim {
  return Claim.allInTurn(
    () => denies(so),
    () => asksAll(so),
    () => ofAll(so),
    () => namesEveryone(so.principal, template),
    () => exceptOwners(conditionsOf(so.condition)),
  );
}

function asksAll({ actions, notActions }: Statement): Claim {
  return actions.some((action) => action.must(everyAction)).or(notActions.some((action) => action.present));
}

function ofAll(so: Statement): Claim {
  return isAboutEverything(so).or(so.resources.some((resource) => resource.must(everyResource)));
}

function limitsSomething({ entries, open }: Conditions): Claim {
  return Claim.any([
    ...entries.filter(({ key }) => !NO_LIMIT.test(key)).map(({ when }) => Claim.when(when)),
    ...open.map(({ when }) => UNDETERMINED.and(Claim.when(when))),
  ]);
}

/** A further condition would deny less. */
function exceptOwners({ entries, open }: Conditions): Claim {
  const isOwner = ({ key, operator: { base } }: Entry) => OWNERS.test(key) && base.includes('not');
  return Claim.all([
    Claim.any(entries.filter(isOwner).map(({ when }) => Claim.when(when))),
    ...entries
      .filter((entry) => !isOwner(entry) && !EXEMPTIONS.test(entry.key))
      .map(({ when }) => Claim.when(when).not()),
    ...open.map(({ when }) => UNDETERMINED.or(Claim.when(when).not())),
  ]);
}
