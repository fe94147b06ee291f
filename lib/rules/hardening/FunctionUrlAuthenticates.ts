import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const FunctionUrlAuthenticates = defineRule({
  id: 'FunctionUrlAuthenticates',
  clauses: ['7.5(1)②', '7.2(1)①', '7.1(10)④'],
  title: {
    ja: '関数URLは、IAMにより認証する',
    en: 'Function URLs authenticate their callers by IAM',
  },
  why: {
    ja: '認証のない関数URLは、ウェブACLを直接付けられない公開の入口である。',
    en: 'A function URL without authentication is an open door, and takes no web ACL itself.',
  },
  fix: {
    ja: 'AWS::Lambda::UrlのAuthTypeをAWS_IAMとしてください。住民に公開する場合は、CloudFront又はAPI GatewayにウェブACLを付け、関数URLはそこからのみ呼び出させてください。',
    en: 'Set AuthType of the AWS::Lambda::Url to AWS_IAM. For the public, put CloudFront or API Gateway with a web ACL in front, and let nothing else call the function URL.',
  },
  cdk: {
    ja: 'addFunctionUrlのauthTypeにFunctionUrlAuthType.AWS_IAMを指定する',
    en: 'authType: FunctionUrlAuthType.AWS_IAM of addFunctionUrl',
  },
  resources: ['AWS::Lambda::Url'],
  check: (url) => url.get('AuthType').must(equals('AWS_IAM')),
});
