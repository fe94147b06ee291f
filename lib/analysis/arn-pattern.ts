import { mayHaveName, physicalNameValue } from '../model/physical-name';
import type { Requirement } from '../model/requirement';
import type { Resource } from '../model/resource';
import { identityOf, type Reference, type Unknown, type Value } from '../model/value';
import type { Text } from '../text';
import { patternCovers } from './policy-document';

/**
 * ARNs and patterns of ARNs as text, so that they can be compared before the names in them are known. A resource
 * without a name of its own stands as a mark that is equal to itself only; so does anything else that is not
 * known, with another mark, since that may turn out to be equal to something.
 */
const NAMELESS = '\uE000';
const NOT_KNOWN = '\uE001';
const END = '\uE002';

/** Services whose ARNs are compared, with what an attribute of their resources stands for. */
const SHAPES: Readonly<
  Record<
    string,
    { readonly service: string; readonly arn: readonly string[]; readonly name: readonly string[] }
  >
> = {
  'AWS::S3::Bucket': { service: 's3', arn: ['Arn'], name: ['Ref'] },
  'AWS::SQS::Queue': { service: 'sqs', arn: ['Arn'], name: ['QueueName'] },
  'AWS::SNS::Topic': { service: 'sns', arn: ['Ref', 'TopicArn'], name: ['TopicName'] },
};

/** The ARN of a resource of one of these services, with something that follows it. */
export function arnOf(resource: Resource, suffix = ''): string {
  const service = SHAPES[resource.type]?.service ?? '';
  return `arn:aws:${service}:::${nameOf(resource)}${suffix}`;
}

/** Requires a pattern that covers an ARN made by `arnOf`. */
export function coversArn(arn: string, text: Text): Requirement {
  return {
    text,
    test: (value) => {
      const pattern = textOfArn(value);
      if (pattern === undefined) return value.kind === 'unknown' ? 'undetermined' : 'breaks';
      if (patternCovers(pattern, arn) || patternCovers(withoutPlace(pattern), withoutPlace(arn)))
        return 'holds';
      const mayBeEqual = withoutPlace(pattern).includes(NOT_KNOWN) || arn.includes(NOT_KNOWN);
      return mayBeEqual ? 'undetermined' : 'breaks';
    },
  };
}

/** An ARN without partition, region and account, which are those of the deployment. */
function withoutPlace(arn: string): string {
  const parts = arn.split(':');
  return parts[0] === 'arn' && parts.length >= 6 ? `${parts[2]}:${parts.slice(5).join(':')}` : arn;
}

function textOfArn(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return String(value.value);
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : markOf(part))).join('');
    case 'reference':
    case 'unknown':
      return markOf(value);
    default:
      return undefined;
  }
}

function markOf(part: Reference | Unknown): string {
  if (part.kind === 'unknown') return mark(NOT_KNOWN, identityOf(part) ?? '');
  const shape = SHAPES[part.resource.type];
  if (shape?.arn.includes(part.attribute)) return arnOf(part.resource);
  if (shape?.name.includes(part.attribute)) return nameOf(part.resource);
  return mark(NOT_KNOWN, identityOf(part) ?? '');
}

function nameOf(resource: Resource): string {
  const name = physicalNameValue(resource);
  const written = name === undefined || name.kind === 'reference' ? undefined : textOfArn(name);
  return written ?? mark(mayHaveName(resource) ? NOT_KNOWN : NAMELESS, resource.id);
}

/** A key may hold any character, also those that patterns give a meaning to. */
function mark(kind: string, key: string): string {
  return `${kind}${Buffer.from(key).toString('hex')}${END}`;
}
