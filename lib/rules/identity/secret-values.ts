import { parameterOf } from '../../analysis/identity/secrets';
import type { Outcome } from '../../model/claim';
import { type Requirement, satisfying } from '../../model/requirement';
import { own, type Template } from '../../model/template';
import { asBoolean, type Unknown, type Value } from '../../model/value';

/**
 * A value that must not stand in a template in plain text. Its finding never shows it.
 * @param references what a reference to another resource comes out as
 */
export function notPlain(template: Template, references: Outcome): Requirement {
  return satisfying(
    {
      ja: 'Secrets Managerへの動的参照（{{resolve:secretsmanager:…}}）、又は既定値のないNoEchoのパラメータ',
      en: 'a dynamic reference to Secrets Manager ({{resolve:secretsmanager:…}}) or a NoEcho parameter without a default',
    },
    (value) => outcomeOf(value, template, references),
    true,
  );
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
  return value.secret === true && (fallback === undefined || fallback === '') ? 'holds' : 'breaks';
}

/** What access keys of AWS look like, wherever they stand. */
export const accessKey = {
  id: /^A(KI|SI)A[A-Z0-9]{16}$/,
  secret: /^[A-Za-z0-9/+]{40}$/,
};

/** The address of a service with a password in it; a placeholder in its place is none. */
export const PASSWORD_IN_ADDRESS = /^[a-z][a-z0-9+.:-]*:\/\/[^/:@\s]*:[^@/\s$<{%*][^@/\s]*@/i;

/** Names of what is secret, at the end of a name in capitals with underscores. */
const SECRET_NAME =
  /(^|_)(PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|TOKEN|CREDENTIALS?|API_?KEY|ACCESS_KEY|SECRET_KEY|PRIVATE_KEY|AUTH_KEY)$/;

/** Whether a name says that what it stands for is secret. */
export function saysSecret(name: string): boolean {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[-.\s]/g, '_')
    .toUpperCase();
  // The working directory.
  return words !== 'PWD' && SECRET_NAME.test(words);
}
