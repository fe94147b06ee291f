import { parameterOf } from '../../analysis/identity/secrets';
import { type Secrecy, secrecyOf } from '../../analysis/secrets/names';
import { secretsInText } from '../../analysis/secrets/texts';
import { lookOf } from '../../analysis/secrets/values';
import { HOLE, REFERENCE } from '../../analysis/user-data';
import { credentialsIn, isPlaceholder } from '../../credential-formats';
import type { Outcome } from '../../model/claim';
import { type Requirement, satisfying } from '../../model/requirement';
import { own, type Template } from '../../model/template';
import { asBoolean, type Unknown, type Value } from '../../model/value';

const NOT_PLAIN = {
  ja: 'Secrets Managerへの動的参照（{{resolve:secretsmanager:…}}）、又は既定値のないNoEchoのパラメータ',
  en: 'a dynamic reference to Secrets Manager ({{resolve:secretsmanager:…}}) or a NoEcho parameter without a default',
};
const NOT_SHOWN = {
  ja: '認証情報そのものではなく、実行時に取得するシークレットの名前又はARN',
  en: 'the name or ARN of a secret that is fetched at run time, instead of a credential',
};

/**
 * A value that must not stand in a template in plain text. Its finding never shows it.
 * @param references what a reference to another resource comes out as
 */
export function notPlain(template: Template, references: Outcome): Requirement {
  return satisfying(
    NOT_PLAIN,
    (value) => (isDerivable(value) ? 'breaks' : outcomeOf(value, template, references)),
    true,
  );
}

const SAID_BY_THE_STACK = /^AWS::(?:AccountId|Partition|Region|StackName|URLSuffix)$/;

/** Whether who knows the template and the name of the stack can write a value down. An ARN is no password. */
function isDerivable(value: Value): boolean {
  const isSaid = (part: Value) =>
    part.kind === 'unknown' && SAID_BY_THE_STACK.test(part.variable?.name ?? '');
  if (value.kind !== 'text') return isSaid(value);
  const [first] = value.parts;
  return (
    !(typeof first === 'string' && first.startsWith('arn:')) &&
    value.parts.every((part) => typeof part === 'string' || isSaid(part))
  );
}

/**
 * Whether a parameter that was to hide a credential stands in a value. NoEcho hides it on the screens of CloudFormation
 * only: whoever may look at an environment or at user data reads it there.
 */
export function repeatsHidden(value: Value, template: Template, secrecy?: Secrecy): boolean {
  if (value.kind === 'text') {
    return value.parts.some((part) => typeof part !== 'string' && repeatsHidden(part, template, secrecy));
  }
  if (value.kind !== 'unknown' || value.secret !== true) return false;
  // Names of users and hosts are NoEcho at times, too.
  const says = secrecy ?? secrecyOf(value.variable?.name ?? '');
  return says !== undefined && parameterOf(value, template) !== undefined;
}

export function outcomeOf(value: Value, template: Template, references: Outcome): Outcome {
  switch (value.kind) {
    case 'absent':
      return 'holds';
    case 'known':
      // An ARN names a secret or a connection, it is none.
      return value.value === '' ||
        value.value === null ||
        asBoolean(value.value) !== undefined ||
        String(value.value).startsWith('arn:')
        ? 'holds'
        : 'breaks';
    case 'reference':
      // The value of a parameter in Systems Manager is plain text.
      return value.resource.type === 'AWS::SSM::Parameter' && value.attribute === 'Value'
        ? 'breaks'
        : references;
    case 'unknown':
      return ofUnknown(value, template);
    case 'text': {
      const outcomes = value.parts.map((part) =>
        typeof part === 'string' ? 'holds' : outcomeOf(part, template, references),
      );
      return (
        outcomes.find((outcome) => outcome === 'breaks') ??
        outcomes.find((outcome) => outcome !== 'holds') ??
        'holds'
      );
    }
    default:
      return 'undetermined';
  }
}

function ofUnknown(value: Unknown, template: Template): Outcome {
  const [fetched] = value.resolves ?? [];
  if (fetched !== undefined) {
    if (value.secret === true) return 'holds';
    return typeof fetched === 'string' && fetched.startsWith('ssm:') ? 'breaks' : 'undetermined';
  }
  const parameter = parameterOf(value, template);
  if (parameter === undefined) return 'undetermined';
  const fallback = own(parameter, 'Default');
  return value.secret === true &&
    (fallback === undefined || fallback === '' || isPlaceholder(String(fallback)))
    ? 'holds'
    : 'breaks';
}

/**
 * What may stand under a name: no credential in plain text where the name says that it is one, and elsewhere nothing
 * that shows itself to be one.
 */
export function underName(name: string, template: Template): Requirement {
  const secrecy = secrecyOf(name.replace(/^-+/, ''));
  return satisfying(
    NOT_SHOWN,
    (value) => {
      const text = literalText(value);
      if (text !== undefined && secretsInText(text).length > 0) return 'breaks';
      if (repeatsHidden(value, template, secrecy)) return 'breaks';
      if (secrecy === undefined) return 'holds';
      if (value.kind === 'known') {
        const look = lookOf(String(value.value), secrecy);
        // A path is more likely the name under which a secret is kept.
        return look === 'secret' ? 'breaks' : look === 'path' ? 'undetermined' : 'holds';
      }
      return secrecy === 'certain' ? outcomeOf(value, template, 'holds') : 'holds';
    },
    true,
  );
}

/** What a value says in letters, with signs for the parts that are not known. */
export function literalText(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  if (value.kind !== 'text') return undefined;
  return value.parts
    .map((part) => (typeof part === 'string' ? part : part.kind === 'reference' ? REFERENCE : HOLE))
    .join('');
}

/** Whether something shows itself to be a credential, or stands beside a name that says so. */
export function holdsSecret(value: Value): boolean {
  const text = literalText(value);
  return text !== undefined && (credentialsIn(text).length > 0 || secretsInText(text).length > 0);
}
