import { Claim } from '../../model/claim';
import { absent, atLeast, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

/** What a password is mixed of, after the example that the policy gives. */
const KINDS = ['RequireUppercase', 'RequireLowercase', 'RequireNumbers'];

export const CognitoPasswordPolicy = defineRule({
  id: 'CognitoPasswordPolicy',
  clauses: ['6.4(3)'],
  title: {
    ja: 'ユーザープールのパスワードは、十分な長さとし、大文字、小文字及び数字を含める',
    en: 'Passwords of user pools are long enough, and mix capitals, small letters and digits',
  },
  why: {
    ja: '短く単純なパスワードは、漏えいした一覧や機械的な推測により短時間で破られ、職員又は住民のアカウントを乗っ取られる。',
    en: 'Short and simple passwords fall to lists and guessing within hours, and with them the accounts of staff or residents.',
  },
  fix: {
    ja: 'Policies.PasswordPolicyのMinimumLengthをプロファイルの定める文字数以上とし、RequireUppercase、RequireLowercase及びRequireNumbersをtrueにしてください。',
    en: 'Set MinimumLength of Policies.PasswordPolicy to at least the length that the profile prescribes, and RequireUppercase, RequireLowercase and RequireNumbers to true.',
  },
  cdk: {
    ja: 'UserPoolのpasswordPolicyにminLength、requireUppercase、requireLowercase及びrequireDigitsを指定する',
    en: 'minLength, requireUppercase, requireLowercase and requireDigits in passwordPolicy of UserPool',
  },
  resources: ['AWS::Cognito::UserPool'],
  check: (pool, { profile }) => {
    const policy = pool.get('Policies.PasswordPolicy');
    // Without a policy of its own a pool asks for eight characters of every kind.
    const length = policy
      .get('MinimumLength')
      .orDefault(8)
      .must(atLeast(profile.minimumPasswordLength, { ja: '文字', en: ' characters' }));
    const mixed = Claim.all(KINDS.map((kind) => policy.get(kind).orDefault(false).must(isTrue)));
    return length.and(mixed.onlyIf(policy.must(absent).not()));
  },
});
