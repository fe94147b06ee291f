import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoHidesUserExistence = defineRule({
  id: 'CognitoHidesUserExistence',
  clauses: ['7.2(4)'],
  title: {
    ja: 'ログインの失敗の表示から、利用者IDの有無が分からないようにする',
    en: 'Failed log-ins do not tell whether the user exists',
  },
  why: {
    ja: '利用者IDの有無が分かると、攻撃者は実在する職員のIDを集め、パスワードの推測をそこに集中できる。',
    en: 'Whoever can tell which ids exist collects those of the staff, and spends all guesses of passwords on them.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolClientのPreventUserExistenceErrorsをENABLEDとしてください。指定しない場合はLEGACYです。',
    en: 'Set PreventUserExistenceErrors of the AWS::Cognito::UserPoolClient to ENABLED. Without it, it is LEGACY.',
  },
  cdk: {
    ja: 'addClientのpreventUserExistenceErrorsをtrueとする',
    en: 'preventUserExistenceErrors: true of addClient',
  },
  // The clause names messages without saying which; this one is good practice.
  duty: 'should',
  resources: ['AWS::Cognito::UserPoolClient'],
  check: (client) => client.get('PreventUserExistenceErrors').orDefault('LEGACY').must(equals('ENABLED')),
});
