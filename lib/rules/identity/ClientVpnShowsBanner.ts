import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const ClientVpnShowsBanner = defineRule({
  id: 'ClientVpnShowsBanner',
  clauses: ['7.2(4)'],
  title: {
    ja: 'クライアントVPNは、接続した者にログイン時のメッセージを表示する',
    en: 'Client VPN endpoints show a message to whoever logs in',
  },
  why: {
    ja: 'メッセージにより、利用者は正しい接続先であることを確かめ、第三者は許可のない接続であることを知る。',
    en: 'By the message users see that they are where they meant to be, and others that they have no business there.',
  },
  fix: {
    ja: 'AWS::EC2::ClientVpnEndpointのClientLoginBannerOptionsのEnabledをtrueとし、BannerTextに、許可された者だけが利用できること等を記載してください。',
    en: 'Set Enabled of ClientLoginBannerOptions of the AWS::EC2::ClientVpnEndpoint to true, and say in BannerText who may use it.',
  },
  cdk: {
    ja: 'addClientVpnEndpointのclientLoginBannerを指定する',
    en: 'clientLoginBanner of addClientVpnEndpoint',
  },
  // The clause names messages as one of several means.
  duty: 'should',
  resources: ['AWS::EC2::ClientVpnEndpoint'],
  check: (endpoint) => endpoint.get('ClientLoginBannerOptions.Enabled').orDefault(false).must(isTrue),
});
