import { saysSecret } from '../../analysis/secrets/names';
import { lookOf } from '../../analysis/secrets/values';
import { Claim } from '../../model/claim';
import { isRecord, own, type Raw, scalarText } from '../../model/template';
import { asBoolean } from '../../model/value';
import { defineDeploymentRule } from '../define';

export const SecretParameterIsNoEcho = defineDeploymentRule({
  id: 'SecretParameterIsNoEcho',
  clauses: ['7.2(5)'],
  title: {
    ja: '認証情報を受け取るパラメータはNoEchoとし、既定値を置かない',
    en: 'Parameters that take credentials are NoEcho and have no default',
  },
  why: {
    ja: 'NoEchoでないパラメータの値は、スタックを参照できる者全員に表示され、既定値はテンプレートに平文で残る。',
    en: 'Whoever may look at the stack is shown the value of a parameter that is not NoEcho, and a default stands in the template in plain text.',
  },
  fix: {
    ja: '該当するパラメータにNoEcho: trueを指定し、Defaultを削除してください。できれば、パラメータをやめて"{{resolve:secretsmanager:シークレット:SecretString:キー}}"としてください。',
    en: 'Give the parameter NoEcho: true and remove its Default, or better, replace it by "{{resolve:secretsmanager:SECRET:SecretString:KEY}}".',
  },
  cdk: {
    ja: 'CfnParameterのnoEchoをtrueとし、defaultを指定しない',
    en: 'noEcho: true of CfnParameter, without a default',
  },
  checkDeployment: ({ deployment }) =>
    deployment.templates.flatMap((template) =>
      Object.entries(template.parameters).flatMap(([name, body]) => {
        const claim = isRecord(body) ? claimOf(name, body) : undefined;
        return claim === undefined ? [] : [{ template, claim }];
      }),
    ),
});

function claimOf(name: string, parameter: Raw): Claim | undefined {
  const noEcho = asBoolean((own(parameter, 'NoEcho') ?? false) as string | boolean) === true;
  if (!noEcho && !(saysSecret(name) && takesText(parameter))) return undefined;
  const fallback = own(parameter, 'Default');
  const isKnown = fallback !== undefined && lookOf(String(fallback), 'certain') !== 'open';
  const at = ['Parameters', name];
  return Claim.all([
    noEcho
      ? Claim.HOLDS
      : Claim.of('breaks', {
          path: `${at.join('.')}.NoEcho`,
          at,
          actual: { ja: '指定なし', en: 'not set' },
          required: { ja: 'true', en: 'true' },
        }),
    isKnown && !isLookedUp(parameter)
      ? Claim.of('breaks', {
          path: `${at.join('.')}.Default`,
          at: [...at, 'Default'],
          actual: { ja: '平文の値（伏せた値）', en: 'a value in plain text (withheld)' },
          required: { ja: '指定しないこと', en: 'not set' },
        })
      : Claim.HOLDS,
  ]);
}

/** Figures, switches and what goes by an id of AWS are no credentials, whatever they are called. */
function takesText(parameter: Raw): boolean {
  const type = scalarText(own(parameter, 'Type') ?? 'String');
  if (type !== 'String' && type !== 'CommaDelimitedList' && !isLookedUp(parameter)) return false;
  const allowed = own(parameter, 'AllowedValues');
  const values = Array.isArray(allowed)
    ? allowed
    : own(parameter, 'Default') === undefined
      ? []
      : [own(parameter, 'Default')];
  return values.length === 0 || !values.every((value) => isSwitch(value));
}

function isSwitch(value: unknown): boolean {
  return (
    typeof value === 'boolean' ||
    (value !== '' && asBoolean(String(value)) !== undefined) ||
    /^arn:/.test(String(value))
  );
}

/** The default is the name of a parameter of Systems Manager. */
function isLookedUp(parameter: Raw): boolean {
  return scalarText(own(parameter, 'Type')).startsWith('AWS::SSM::Parameter::');
}
