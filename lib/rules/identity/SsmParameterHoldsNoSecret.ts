import { saysSecret } from '../../analysis/secrets/names';
import { lookOf } from '../../analysis/secrets/values';
import { type Guard, NEVER } from '../../model/guard';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { holdsSecret, notPlain } from './secret-values';

export const SsmParameterHoldsNoSecret = defineRule({
  id: 'SsmParameterHoldsNoSecret',
  clauses: ['7.2(5)'],
  title: {
    ja: 'テンプレートで作成するSystems Managerのパラメータに、認証情報を置かない',
    en: 'Parameters of Systems Manager that a template makes hold no credentials',
  },
  why: {
    ja: 'CloudFormationが作成できるのは暗号化されないパラメータだけである。そこに置いた認証情報は、パラメータを参照できる者全員が読める。',
    en: 'CloudFormation makes parameters without encryption only, so whoever may read parameters reads the credential.',
  },
  fix: {
    ja: '認証情報はAWS::SecretsManager::SecretのGenerateSecretStringで生成し、AWS::SSM::ParameterのValueには、そのARNだけを書いてください。',
    en: 'Let GenerateSecretString of AWS::SecretsManager::Secret make the credential, and put only its ARN into Value of AWS::SSM::Parameter.',
  },
  cdk: { ja: 'secretsmanager.Secretを用いる', en: 'secretsmanager.Secret' },
  resources: ['AWS::SSM::Parameter'],
  check: (parameter) => {
    const plain = notPlain(parameter.template, 'holds');
    const { text, test } = plain;
    const value = parameter.get('Value');
    const shown = value.must(satisfying(text, (found) => (holdsSecret(found) ? 'breaks' : 'holds'), true));
    const named = value.must(
      satisfying(
        text,
        (found) => {
          if (found.kind !== 'known') return test(found);
          const look = lookOf(String(found.value), 'certain');
          return look === 'secret' ? 'breaks' : look === 'path' ? 'undetermined' : 'holds';
        },
        true,
      ),
    );
    return shown.and(named.onlyIf(whereNamedAsSecret(parameter)));
  },
});

/** Where the name of a parameter, or in its absence its logical id, says that it is a secret. */
function whereNamedAsSecret(parameter: Resource): Guard {
  return parameter.get('Name').alternatives.reduce<Guard>((so, { when, value }) => {
    const literal = value.kind === 'known' ? String(value.value) : undefined;
    return namesIn(literal, parameter).some((name) => saysSecret(name)) ? so.or(when) : so;
  }, NEVER);
}

/** The last part of the path says what the value is, and the whole where the parts make up a name. */
function namesIn(literal: string | undefined, { logicalId }: Resource): readonly string[] {
  if (literal === undefined) return [logicalId.replace(/(?:Parameter|Param)?(?:[0-9A-F]{8})?$/, '')];
  return [literal.replaceAll('/', '_'), literal.split('/').at(-1) ?? ''];
}
