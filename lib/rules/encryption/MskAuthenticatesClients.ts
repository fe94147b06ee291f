import { Claim } from '../../model/claim';
import { isFalse, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

const METHODS = ['Sasl.Iam', 'Sasl.Scram', 'Tls'];

export const MskAuthenticatesClients = defineRule({
  id: 'MskAuthenticatesClients',
  clauses: ['7.2(1)①', '9.2(6)①(エ)'],
  title: {
    ja: 'MSKクラスターは、認証しないクライアントを受け付けない',
    en: 'MSK clusters take no clients without authentication',
  },
  why: {
    ja: '認証がなければ、ネットワークに届く者は誰でも全てのトピックを読み書きできる。',
    en: 'Without authentication whoever reaches the network reads and writes every topic.',
  },
  fix: {
    ja: 'ClientAuthenticationのSasl.Iam、Sasl.Scram又はTlsを有効にし、Unauthenticated.Enabledをfalseとしてください。ClientAuthenticationを指定しない場合は認証されません。',
    en: 'Turn on Sasl.Iam, Sasl.Scram or Tls in ClientAuthentication, and set Unauthenticated.Enabled to false. Without ClientAuthentication nobody is authenticated.',
  },
  cdk: {
    ja: 'CfnClusterのclientAuthenticationを{ sasl: { iam: { enabled: true } } }とする',
    en: 'clientAuthentication: { sasl: { iam: { enabled: true } } } of CfnCluster',
  },
  resources: ['AWS::MSK::Cluster'],
  check: (cluster) => {
    const authentication = cluster.get('ClientAuthentication');
    return authentication
      .get('Unauthenticated.Enabled')
      .orDefault(false)
      .must(isFalse)
      .and(
        Claim.any(
          METHODS.map((path) => authentication.get(`${path}.Enabled`).orDefault(false).must(isTrue)),
        ).explained(
          authentication.path,
          { ja: '認証の方法なし', en: 'no method of authentication' },
          { ja: 'Sasl.Iam、Sasl.Scram又はTls', en: 'Sasl.Iam, Sasl.Scram or Tls' },
          authentication.at,
        ),
      );
  },
});
