import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoTokensAreRevocable = defineRule({
  id: 'CognitoTokensAreRevocable',
  clauses: ['7.2(4)'],
  title: {
    ja: 'ユーザープールのトークンは、取り消せるようにする',
    en: 'Tokens of user pools can be revoked',
  },
  why: {
    ja: '取り消せないトークンは、漏えいに気付いても期限まで止められない。',
    en: 'A token that cannot be revoked goes on working until it expires, even after the leak is known.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolClientのEnableTokenRevocationをtrueとするか、指定を外してください。',
    en: 'Set EnableTokenRevocation of the AWS::Cognito::UserPoolClient to true, or leave it out.',
  },
  cdk: { ja: 'addClientのenableTokenRevocationをtrueとする', en: 'enableTokenRevocation: true of addClient' },
  // The clause asks that access ends in time; revocation is one means beside expiry.
  duty: 'should',
  resources: ['AWS::Cognito::UserPoolClient'],
  check: (client) => client.get('EnableTokenRevocation').orDefault(true).must(isTrue),
});
