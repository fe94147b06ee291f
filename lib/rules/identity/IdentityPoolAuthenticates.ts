import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';

export const IdentityPoolAuthenticates = defineRule({
  id: 'IdentityPoolAuthenticates',
  clauses: ['7.2(1)①', '7.5(1)②'],
  title: {
    ja: '職員等のIDプールは、認証していない者に一時的な認証情報を渡さない',
    en: 'The identity pools of staff hand no temporary credentials to those who have not logged in',
  },
  why: {
    ja: '認証していない者を認めるIDプールは、そのidを知る者全てに、ゲスト用のロールの認証情報を渡す。idは画面の中に書かれ、秘密にならない。',
    en: 'A pool that admits guests gives the credentials of its guest role to whoever knows its id, which stands in each page that uses it.',
  },
  fix: {
    ja: 'AWS::Cognito::IdentityPoolのAllowUnauthenticatedIdentitiesをfalseとしてください。',
    en: 'Set AllowUnauthenticatedIdentities of the AWS::Cognito::IdentityPool to false.',
  },
  cdk: {
    ja: 'IdentityPoolのallowUnauthenticatedIdentitiesを指定しないか、falseとする',
    en: 'IdentityPool without allowUnauthenticatedIdentities, or with false',
  },
  resources: ['AWS::Cognito::IdentityPool'],
  // A site for residents may have guests, whose pages are measured for example.
  appliesTo: { zones: ['my-number', 'lgwan', 'management'] },
  // A template has to say it; a program of Pulumi need not, and means no.
  check: (pool) => pool.get('AllowUnauthenticatedIdentities').orDefault(false).must(isFalse),
});
