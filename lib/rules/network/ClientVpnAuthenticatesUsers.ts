import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const ClientVpnAuthenticatesUsers = defineRule({
  id: 'ClientVpnAuthenticatesUsers',
  clauses: ['7.2(2)③', '7.2(2)⑦', '5.4④'],
  title: {
    ja: 'クライアントVPNは、端末の証明書だけでなく利用者本人を認証する',
    en: 'Client VPN authenticates users, not only the certificates of their devices',
  },
  fix: {
    ja: 'AWS::EC2::ClientVpnEndpointのAuthenticationOptionsに、federated-authentication又はdirectory-service-authenticationを加えてください（CDKではuserBasedAuthentication）。',
    en: 'Add federated-authentication or directory-service-authentication to AuthenticationOptions of the AWS::EC2::ClientVpnEndpoint (in CDK: userBasedAuthentication).',
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
