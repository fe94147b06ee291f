import { Claim } from '../../model/claim';
import type { Items } from '../../model/items';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Value } from '../../model/value';
import { anyAlternative, UNDETERMINED } from '../network/alternatives';
import { type Statement, textTest } from '../policy-document';
import { type Conditions, conditionsOf, type Entry } from './conditions';
import { writtenServices } from './principals';
import { isAnyCaller } from './public-access';

/** The service of AWS that a text begins with, as `logs` or `logging.s3`. */
function serviceIn(text: string): string {
  return text.toLowerCase().replace(/(\.[a-z]{2}(-[a-z]+)+-\d)?\.amazonaws\.com.*$|\.$/, '');
}

/** Whether a statement names one of some services, or any at all. */
export function namesService({ principal }: Statement, services?: ReadonlySet<string>): Claim {
  return principal
    .get('Service')
    .items()
    .some((item) => anyAlternative(item, (value) => isService(value, services)));
}

/**
 * Whether a statement certainly lets in nobody but services, all of them written out and none of some. Most grants to
 * services are seen to be harmless by that.
 */
export function namesOnlyOther({ field }: Statement, services: ReadonlySet<string>): boolean {
  const names = writtenServices(field);
  return names?.every((name) => !services.has(serviceIn(name))) === true;
}

/** Whether a principal that is a service is one of some. */
export function isService(value: Value, services?: ReadonlySet<string>): Claim {
  const first = value.kind === 'text' ? value.parts[0] : value.kind === 'known' ? value.value : undefined;
  if (typeof first === 'string') {
    return services === undefined || services.has(serviceIn(first)) ? Claim.HOLDS : Claim.BREAKS;
  }
  return value.kind === 'unknown' || value.kind === 'text' ? UNDETERMINED : Claim.BREAKS;
}

/** Keys by which a service says on whose behalf, or for which resource, it comes. */
const SOURCE =
  /^(aws:source(account|arn|orgid|orgpaths|owner)|kms:(encryptioncontext:.+|calleraccount|viaservice))$/;

/** What a service asks before it writes: whoever sets it up learns nothing by it. */
const ASKING = /^(s3:getbucket(acl|location)|s3:listbucket|kms:describekey)$/;

/** The folder of an account, into which a service writes what belongs to that account and nothing else. */
const OWN_FOLDER = /(^|\/)AWSLogs\/$/;

/** Whether a statement lets a service in on behalf of anybody, so that others can make it write or read. */
export function letsInAnybodysService(so: Statement): Claim {
  return Claim.allInTurn(
    () => limitsSource(conditionsOf(so.condition)).not(),
    () => areAll(so.actions, onlyAsking).not(),
    () => areAll(so.resources, inOwnFolder).not(),
  );
}

function areAll(items: Items, requirement: Requirement): Claim {
  return items.isEmpty ? Claim.BREAKS : items.every((item) => item.must(requirement));
}

function limitsSource({ entries, open }: Conditions): Claim {
  return Claim.any([
    ...entries.map((entry) => limits(entry).and(Claim.when(entry.when))),
    ...open.map(({ when }) => UNDETERMINED.and(Claim.when(when))),
  ]);
}

function limits({ key, operator, values }: Entry): Claim {
  const { base, ifExists, forAllValues } = operator;
  if (!SOURCE.test(key) || ifExists || forAllValues || base.includes('not') || base === 'null')
    return Claim.BREAKS;
  if (!base.includes('like') && !base.startsWith('arn')) return Claim.HOLDS;
  const any = values.some((value) => value.must(anybodys));
  return new Claim(any.breaks, any.holds);
}

/** A pattern that takes in what belongs to anybody. */
const anybodys = satisfying({ ja: '全ての値', en: 'every value' }, (value) =>
  value.kind === 'known' && isAnyCaller(String(value.value)) ? 'holds' : 'breaks',
);

const onlyAsking = satisfying({ ja: '確認のみ', en: 'asking alone' }, (value) =>
  textTest(value, (text) => ASKING.test(text.toLowerCase())),
);

const inOwnFolder = satisfying({ ja: '自らのフォルダー', en: 'the folder of an account' }, (value) => {
  if (value.kind === 'known') {
    return /\/AWSLogs\/\d{12}\//.test(String(value.value)) ? 'holds' : 'breaks';
  }
  if (value.kind !== 'text') return value.kind === 'unknown' ? 'undetermined' : 'breaks';
  const { parts } = value;
  const isOwn = parts.some((part, index) => {
    const before = parts[index - 1];
    if (typeof part === 'string') return /\/AWSLogs\/\d{12}\//.test(part);
    return typeof before === 'string' && OWN_FOLDER.test(before) && part.kind === 'unknown';
  });
  return isOwn ? 'holds' : 'breaks';
});
