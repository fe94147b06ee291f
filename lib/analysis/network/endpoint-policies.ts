import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { matching, oneOf, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { type Conditions, conditionsOf, type Entry } from '../identity/conditions';
import { isAboutEverything } from '../identity/statements';
import { allows, denies, type Statement, statement, statementsOf, textTest } from '../policy-document';
import { namesEveryone } from '../tls-only';
import { byAlternative, UNDETERMINED, whereHolds } from './alternatives';

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

/** Endpoints of gateway load balancers and of other parties' services take no policy. */
export function takesPolicy(endpoint: Resource): Claim {
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

/** Says that an endpoint has a policy that does not let everything pass. */
export function limitsRequests(endpoint: Resource): Claim {
  return whereHolds(takesPolicy(endpoint), limits(endpoint.get('PolicyDocument'), endpoint.template));
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
    ...entries
      .filter(({ key }) => !NO_LIMIT.test(key))
      .map((entry) => isAnyValue(entry).not().and(Claim.when(entry.when))),
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

/** Whether a condition takes every value. */
function isAnyValue({ operator: { base }, values }: Entry): Claim {
  return base.includes('like') ? silent(values.some((value) => value.must(anyText))) : Claim.BREAKS;
}

const anyText = satisfying({ ja: '全ての値', en: 'every value' }, (value) =>
  textTest(value, (text) => /^[*?]+$/.test(text)),
);

function silent({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}

/** Conditions that tell whose the resource is. */
const RESOURCE_OWNERS =
  /^(aws:resource(account|orgid|orgpaths)|s3:(resourceaccount|dataaccesspointaccount))$/;

/**
 * Says that no statement of an endpoint's policy lets requests pass to resources of just anybody. Without a policy there
 * is nothing to judge.
 */
export function reachesOwnResourcesOnly(endpoint: Resource): Claim {
  const policy = endpoint.get('PolicyDocument');
  const { template } = endpoint;
  return byAlternative(policy, (value) => {
    if (value.kind === 'absent') return Claim.HOLDS;
    const statements = statementsOf(policy);
    return statements
      .every((item) => {
        const so = statement(item);
        const reachesAll = Claim.allInTurn(
          () => allows(so),
          () => ofAll(so),
          () => namesOwner(conditionsOf(so.condition)).not(),
        );
        if (reachesAll === Claim.BREAKS) return Claim.HOLDS;
        return reachesAll.not().explained(
          item.path,
          {
            ja: '誰のものでもよいリソースへの要求を通す文',
            en: 'a statement that lets requests pass to resources of anybody',
          },
          {
            ja: 'リソースの限定、又はaws:ResourceAccount若しくはaws:ResourceOrgIDの条件',
            en: 'a limit to named resources, or a condition on aws:ResourceAccount or aws:ResourceOrgID',
          },
          item.at,
        );
      })
      .or(statements.some((item) => keepsToOwners(statement(item), template)));
  });
}

function namesOwner({ entries, open }: Conditions): Claim {
  return Claim.any([
    ...entries
      .filter(({ key, operator: { base } }) => RESOURCE_OWNERS.test(key) && !base.includes('not'))
      .map((entry) => isAnyValue(entry).not().and(Claim.when(entry.when))),
    ...open.map(({ when }) => UNDETERMINED.and(Claim.when(when))),
  ]);
}

/** Services to which data can be sent into another account, by the last part of the name of their endpoint. */
const CARRYING =
  /\.(s3|s3express|dynamodb|sqs|sns|kinesis-streams|kinesis-firehose|secretsmanager|lambda|events|ecr\.api|ecr\.dkr|kms|logs|states|execute-api)$/;

/** Whether data can be sent into another account by the service of an endpoint. */
export function carriesData(endpoint: Resource): Claim {
  return silent(
    endpoint.get('ServiceName').must(
      satisfying({ ja: 'データを送れるサービス', en: 'a service that data can be sent to' }, (value) => {
        if (value.kind === 'known') return CARRYING.test(String(value.value)) ? 'holds' : 'breaks';
        const last = value.kind === 'text' ? value.parts.at(-1) : undefined;
        if (typeof last === 'string') return CARRYING.test(last) ? 'holds' : 'breaks';
        return value.kind === 'absent' ? 'breaks' : 'undetermined';
      }),
    ),
  );
}
