import { nameServersAreInside } from '../../analysis/network/name-servers';
import { defineRule } from '../define';

export const DhcpNameServersAreInside = defineRule({
  id: 'DhcpNameServersAreInside',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のDHCPオプションは、インターネット上のDNSサーバを配布しない',
    en: 'DHCP options of the my-number and LGWAN zones hand out no name server on the Internet',
  },
  why: {
    ja: '閉域のサーバがインターネット上のDNSサーバに問い合わせる設定では、名前解決が領域の外へ向かい、経路が一つ開いただけで問合せに住民情報を載せて持ち出せる。',
    en: 'Servers of a closed zone that ask name servers on the Internet send questions out of the zone; one open path is enough to smuggle resident records out in them.',
  },
  fix: {
    ja: 'DomainNameServersをAmazonProvidedDNS又は内部のネットワークのDNSサーバのアドレスとしてください。',
    en: 'Set DomainNameServers to AmazonProvidedDNS or to addresses of name servers of private networks.',
  },
  cdk: {
    ja: 'MyNumberVpc等の構成要素を使うか、CfnDHCPOptionsのdomainNameServersをAmazonProvidedDNSとする',
    en: 'use MyNumberVpc and its kind, or AmazonProvidedDNS in domainNameServers of CfnDHCPOptions',
  },
  resources: ['AWS::EC2::DHCPOptions'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: nameServersAreInside,
});
