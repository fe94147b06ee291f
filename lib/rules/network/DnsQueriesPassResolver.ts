import { nameServersAreInside } from '../../analysis/network/name-servers';
import { defineRule } from '../define';

export const DnsQueriesPassResolver = defineRule({
  id: 'DnsQueriesPassResolver',
  clauses: ['7.5(4)', '7.5(7)'],
  title: {
    ja: 'インターネット接続系及び管理系のDHCPオプションは、記録されるDNSサーバだけを配布する',
    en: 'DHCP options of the Internet and management zones hand out name servers whose queries are recorded',
  },
  why: {
    ja: 'インターネット上のDNSサーバへの問合せは、DNSクエリログにもDNSファイアウォールにも現れず、侵入した不正プログラムの通信を見付けられない。',
    en: 'Questions to name servers on the Internet show up in no query log and pass no DNS firewall, so that what malware asks for is never found.',
  },
  fix: {
    ja: 'DomainNameServersをAmazonProvidedDNS又は内部のネットワークのDNSサーバのアドレスとしてください。',
    en: 'Set DomainNameServers to AmazonProvidedDNS or to addresses of name servers of private networks.',
  },
  cdk: {
    ja: 'InternetVpc等の構成要素を使うか、CfnDHCPOptionsのdomainNameServersをAmazonProvidedDNSとする',
    en: 'use InternetVpc and its kind, or AmazonProvidedDNS in domainNameServers of CfnDHCPOptions',
  },
  // The clauses ask for watching, and leave the means open.
  duty: 'should',
  resources: ['AWS::EC2::DHCPOptions'],
  appliesTo: { zones: ['internet', 'management'] },
  check: nameServersAreInside,
});
