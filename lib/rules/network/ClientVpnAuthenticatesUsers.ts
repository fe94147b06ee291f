import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const ClientVpnAuthenticatesUsers = defineRule({
  id: 'ClientVpnAuthenticatesUsers',
  clauses: ['7.2(2)③', '7.2(2)⑦', '5.4④'],
  title: {
    ja: 'クライアントVPNは、端末の証明書だけでなく利用者本人を認証する',
    en: 'Client VPN endpoints authenticate users, not only the certificates of their devices',
  },
  why: {
    ja: '証明書だけで接続できると、端末や証明書の写しを手にした者が職員又は委託事業者として庁内の系統に入り、誰が入ったかもログから分からない。',
    en: 'Where a certificate is enough, whoever gets hold of a device or of a copy of its certificate comes in as staff or vendor, and no log can say who it was.',
  },
  fix: {
    ja: 'AWS::EC2::ClientVpnEndpointのAuthenticationOptionsに、federated-authentication又はdirectory-service-authenticationを加えてください。',
    en: 'Add federated-authentication or directory-service-authentication to AuthenticationOptions of the AWS::EC2::ClientVpnEndpoint.',
  },
  cdk: {
    ja: 'ClientVpnEndpointのuserBasedAuthenticationにClientVpnUserBasedAuthentication.federated(…)を指定する',
    en: 'userBasedAuthentication of ClientVpnEndpoint, with ClientVpnUserBasedAuthentication.federated(…)',
  },
  resources: ['AWS::EC2::ClientVpnEndpoint'],
  check: (endpoint) =>
    endpoint
      .get('AuthenticationOptions')
      .items()
      .some((option) =>
        option.get('Type').must(oneOf('federated-authentication', 'directory-service-authentication')),
      ),
});
