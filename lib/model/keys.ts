import type { Outcome } from './claim';
import type { Requirement } from './requirement';
import type { Value } from './value';

/** Stand in a text for parts that are not known: one that may be anything, and one without a slash. */
const ANYTHING = '\u0000';
const NAME = '\u0001';
const NAMES = new RegExp(`^${NAME}+`);
/** What services call the keys of AWS where a customer's could be named. */
const WORDS_FOR_KEYS_OF_AWS = new Set(['AWS_OWNED_KMS_KEY', 'S3_MANAGED_KEY']);
const KEY_TYPES = new Set(['AWS::KMS::Key', 'AWS::KMS::ReplicaKey']);

/** Whether a value names a KMS key that the customer manages, so that its policy and its end are ours (9.2(7)③). */
export function customerManagedKey(knownKeys: readonly string[] = []): Requirement {
  return {
    text: { ja: '顧客管理の暗号鍵（KMSキー）', en: 'a customer managed KMS key' },
    test: (value) => keyOutcome(value, knownKeys),
  };
}

function keyOutcome(value: Value, knownKeys: readonly string[]): Outcome {
  switch (value.kind) {
    case 'reference': {
      const { resource } = value;
      if (KEY_TYPES.has(resource.type) || resource.type === 'AWS::KMS::Alias') return 'holds';
      // A parameter of Systems Manager, a custom resource or a private type may give anything; others give no key.
      return resource.type === 'AWS::SSM::Parameter' || !/^AWS::(?!CloudFormation::)/.test(resource.type)
        ? 'undetermined'
        : 'breaks';
    }
    case 'known':
      return ofText(String(value.value), knownKeys);
    case 'text': {
      const skeleton = value.parts
        .map((part) => (typeof part === 'string' ? part : holdsNoSlash(part) ? NAME : ANYTHING))
        .join('');
      if (isKeyOfAws(skeleton)) return 'breaks';
      if (aliasOf(skeleton) !== undefined) return 'holds';
      // An ARN built around a key of the deployment.
      const about = value.parts.find((part) => typeof part !== 'string' && part.kind === 'reference');
      return about !== undefined &&
        typeof about !== 'string' &&
        about.kind === 'reference' &&
        KEY_TYPES.has(about.resource.type)
        ? 'holds'
        : 'undetermined';
    }
    case 'absent':
    case 'list':
    case 'object':
      return 'breaks';
    default:
      return 'undetermined';
  }
}

function ofText(text: string, knownKeys: readonly string[]): Outcome {
  if (text === '' || isKeyOfAws(text)) return 'breaks';
  // The prefix alias/aws/ is reserved to AWS, so any other alias was given by the customer.
  if (aliasOf(text) !== undefined || knownKeys.includes(text)) return 'holds';
  // A key id or ARN does not say who manages the key.
  return 'undetermined';
}

/** The alias in a key id or ARN. */
function aliasOf(text: string): string | undefined {
  const at = /(?:^|:)alias\//.exec(text);
  const name = at === null ? '' : text.slice(at.index + at[0].length);
  const rest = name.replace(NAMES, '');
  // What is not known may turn out to begin with aws/.
  const isOpen = rest.startsWith(ANYTHING) || (rest !== name && rest.startsWith('/'));
  return name === '' || isOpen ? undefined : name;
}

/** Pseudo parameters are names and numbers: `alias/${AWS::StackName}-key` is no alias of AWS. */
function holdsNoSlash(value: Value): boolean {
  return value.kind === 'unknown' && /^AWS::(StackName|Region|AccountId)$/.test(value.variable?.name ?? '');
}

function isKeyOfAws(text: string): boolean {
  return /(?:^|:)alias\/aws\//.test(text) || WORDS_FOR_KEYS_OF_AWS.has(text) || text === 'aws/';
}
