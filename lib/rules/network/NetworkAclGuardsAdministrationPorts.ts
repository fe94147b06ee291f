import { limitedRange } from '../../analysis/network/addresses';
import { whereHolds } from '../../analysis/network/alternatives';
import { ADMINISTRATION_PORTS, portsAvoid, protocolIs, protocolIsNamed } from '../../analysis/network/ports';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

/** Where replies arrive: a network ACL knows no connections, so what asks from inside needs these ports open. */
const REPLIES_FROM = 32_768;
const GUARDED = ADMINISTRATION_PORTS.filter(({ to }) => to < REPLIES_FROM);

export const NetworkAclGuardsAdministrationPorts = defineRule({
  id: 'NetworkAclGuardsAdministrationPorts',
  clauses: ['7.1(8)②', '7.2(2)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のネットワークACLは、管理用のポートを不特定の相手に開かない',
    en: 'Network ACLs of the my-number and LGWAN zones open no port for administration to everybody',
  },
  why: {
    ja: 'セキュリティグループの設定を誤って管理用のポートが開いたとき、ネットワークACLが閉じていなければ、総当たりの接続を止めるものが残らない。',
    en: 'When a security group opens an administration port by mistake, nothing else stops the guessing of passwords unless the network ACL is closed.',
  },
  fix: {
    ja: 'AWS::EC2::NetworkAclEntryの受信の許可規則は、CidrBlock又はIpv6CidrBlockを必要な範囲に限るか、PortRangeから22、3389等を除いてください。',
    en: 'In entries of AWS::EC2::NetworkAclEntry that allow incoming traffic, limit CidrBlock or Ipv6CidrBlock to what is needed, or leave 22, 3389 and the like out of PortRange.',
  },
  cdk: {
    ja: 'NetworkAcl.addEntry()のcidr及びtrafficを、必要な範囲とポートに限る（AclCidr.anyIpv4()とAclTraffic.allTraffic()を併用しない）',
    en: 'limit cidr and traffic in NetworkAcl.addEntry(): not AclCidr.anyIpv4() together with AclTraffic.allTraffic()',
  },
  // Security groups are the limit that counts; a network ACL is the second line behind them.
  duty: 'should',
  resources: ['AWS::EC2::NetworkAclEntry'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (entry) => {
    const protocol = entry.get('Protocol');
    const ports = protocolIsNamed(protocol).and(
      whereHolds(
        protocolIs(protocol, 'ports'),
        portsAvoid(entry.get('PortRange.From'), entry.get('PortRange.To'), GUARDED, {
          ja: '管理用のポートを含まないこと',
          en: 'no port for administration',
        }),
      ),
    );
    return entry
      .get('CidrBlock')
      .must(limitedRange(4))
      .and(entry.get('Ipv6CidrBlock').must(limitedRange(6)))
      .or(ports)
      .onlyIf(entry.get('RuleAction').must(equals('allow')))
      .onlyIf(entry.get('Egress').orDefault(false).must(isTrue).not());
  },
});
