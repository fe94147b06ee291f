import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { keyFieldsOf } from '../key-users';
import type { Knowledge } from './grant-conditions';
import type { Level } from './store-actions';

/**
 * Services that use a key in the name of whoever asks for the contents, so that both need the right to it. Others have a
 * grant of their own. `whole`: without the key nothing can be read; else contents may be there that other keys protect.
 */
const SERVICES: Readonly<Record<string, { readonly service: string; readonly whole: boolean }>> = {
  'AWS::S3::Bucket': { service: 's3', whole: false },
  'AWS::SQS::Queue': { service: 'sqs', whole: true },
  'AWS::Kinesis::Stream': { service: 'kinesis', whole: true },
  'AWS::SecretsManager::Secret': { service: 'secretsmanager', whole: true },
  'AWS::DynamoDB::Table': { service: 'dynamodb', whole: false },
};
const ENCRYPTING = new Set([
  's3:PutObject',
  'sqs:SendMessage',
  'kinesis:PutRecord',
  'kinesis:PutRecords',
  'secretsmanager:PutSecretValue',
]);
const QUEUE_KEY = 'KmsMasterKeyId';

/** The key that the contents of a store hang on, and what follows for whoever wants at them. */
export interface KeyUse {
  /** Undefined for a key that is not part of the deployment. */
  readonly key: Resource | undefined;
  readonly may: (action: string) => Claim;
  /** A right to an action, as far as the key lets it be used. */
  readonly limit: (action: string, levels: readonly Level[], claim: Claim) => Claim;
}

type MayUse = (action: string, key: Resource | undefined, known: Knowledge) => Claim;

/** The key of a store; undefined where it has none of its own, or its service needs no right of whoever asks. */
export function keyUseOf(store: Resource, mayUse: MayUse): KeyUse | undefined {
  const of = SERVICES[store.type];
  if (of === undefined) return undefined;
  const { given, key } = keyOf(store);
  if (given.isNever) return undefined;
  const { region } = store.template.stack;
  const known: Knowledge =
    region === undefined
      ? {}
      : { 'kms:viaservice': { kind: 'values', values: [`${of.service}.${region}.amazonaws.com`] } };
  const answers = new Map<string, Claim>();
  const may = (action: string) => {
    let answer = answers.get(action);
    if (answer === undefined) {
      answer = mayUse(action, key, known).onlyIf(given);
      answers.set(action, answer);
    }
    return answer;
  };
  return {
    key,
    may,
    limit: (action, levels, claim) => {
      const needed = levels.includes('read')
        ? 'kms:Decrypt'
        : ENCRYPTING.has(action)
          ? 'kms:GenerateDataKey'
          : undefined;
      if (needed === undefined) return claim;
      const { holds, breaks } = may(needed);
      return claim.and(new Claim(holds, of.whole ? breaks : NEVER));
    },
  };
}

function keyOf(store: Resource): { readonly given: Guard; readonly key: Resource | undefined } {
  const fields = store.type === 'AWS::SQS::Queue' ? [store.get(QUEUE_KEY)] : keyFieldsOf(store);
  let given: Guard = NEVER;
  const keys = new Set<Resource | undefined>();
  for (const { when, value } of fields.flatMap(({ alternatives }) => alternatives)) {
    if (value.kind === 'absent' || value.kind === 'impossible') continue;
    // The keys that AWS manages let in whoever may use the service.
    if (value.kind === 'known' && /(^|:)alias\/aws\//.test(String(value.value))) continue;
    given = given.or(when);
    keys.add(value.kind === 'reference' ? keyBehind(value.resource) : undefined);
  }
  return { given, key: keys.size === 1 ? [...keys][0] : undefined };
}

function keyBehind(resource: Resource): Resource | undefined {
  if (resource.type === 'AWS::KMS::Key') return resource;
  if (resource.type !== 'AWS::KMS::Alias') return undefined;
  const [only] = resource.get('TargetKeyId').references();
  return only?.value.resource.type === 'AWS::KMS::Key' ? only.value.resource : undefined;
}
