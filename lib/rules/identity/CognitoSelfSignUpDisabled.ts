import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoSelfSignUpDisabled = defineRule({
  id: 'CognitoSelfSignUpDisabled',
  clauses: ['7.2(1)①'],
  title: {
    ja: '職員等のユーザープールは、管理者だけが利用者を登録する',
    en: 'Only administrators register users in the user pools of staff',
  },
  why: {
    ja: '誰でも自ら登録できるユーザープールでは、異動や退職に応じた利用者IDの管理が成り立たない。',
    en: 'Where anybody can sign up, nobody keeps the list of users: an id says nothing about whether its holder works for the city.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolのAdminCreateUserConfig.AllowAdminCreateUserOnlyをtrueとしてください。指定しない場合は、誰でも登録できます。',
    en: 'Set AdminCreateUserConfig.AllowAdminCreateUserOnly of the AWS::Cognito::UserPool to true. Without it, anybody can sign up.',
  },
  cdk: { ja: 'UserPoolのselfSignUpEnabledをfalseとする', en: 'selfSignUpEnabled: false of UserPool' },
  resources: ['AWS::Cognito::UserPool'],
  // Residents may register themselves in the Internet zone.
  appliesTo: { zones: ['my-number', 'lgwan', 'management'] },
  check: (pool) => pool.get('AdminCreateUserConfig.AllowAdminCreateUserOnly').orDefault(false).must(isTrue),
});
