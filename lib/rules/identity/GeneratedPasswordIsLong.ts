import { atLeast, present } from '../../model/requirement';
import { defineRule } from '../define';

export const GeneratedPasswordIsLong = defineRule({
  id: 'GeneratedPasswordIsLong',
  clauses: ['6.4(3)③', '7.2(5)'],
  title: {
    ja: '自動で生成するパスワードは、十分な長さとする',
    en: 'Passwords that are generated are long enough',
  },
  why: {
    ja: '短いパスワードは、機械的な推測により破られる。人が覚える必要のないものを短くする理由はない。',
    en: 'Short passwords fall to guessing, and nobody has to remember one that is generated.',
  },
  fix: {
    ja: 'GenerateSecretString（AWS::SecretsManager::Secret）のPasswordLengthを、プロファイルのminimumPasswordLength以上とするか、記述しないでください（既定は32文字）。',
    en: 'Set PasswordLength of GenerateSecretString (AWS::SecretsManager::Secret) to at least minimumPasswordLength of the profile, or leave it out: the default is 32.',
  },
  cdk: {
    ja: 'SecretのgenerateSecretString.passwordLengthを短くしない',
    en: 'no short generateSecretString.passwordLength of Secret',
  },
  resources: ['AWS::SecretsManager::Secret'],
  check: (secret, { profile }) => {
    const generated = secret.get('GenerateSecretString');
    return generated
      .get('PasswordLength')
      .orDefault(32)
      .must(atLeast(profile.minimumPasswordLength, { ja: '文字', en: ' characters' }))
      .onlyIf(generated.must(present));
  },
});
