import { type Check, hasNoneBySubnet, PUBLIC_ADDRESSES } from '../../analysis/network/public-addresses';
import { defineRule } from '../define';

const SERVERS = [
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::ECS::Service',
  'AWS::ECS::TaskSet',
];

export const ServerHasNoPublicAddress = defineRule({
  id: 'ServerHasNoPublicAddress',
  clauses: ['7.1(8)②', '7.5(1)②'],
  title: {
    ja: 'インターネット接続系のサーバは、公開アドレスを持たず、ロードバランサー等の後ろに置く',
    en: 'Servers of the Internet zone have no public address of their own, and stand behind a load balancer or the like',
  },
  why: {
    ja: '公開アドレスを持つサーバは、ファイアウォールやロードバランサーを通らずに直接攻撃される。',
    en: 'A server with a public address can be attacked directly, past the firewall and the load balancer in front of it.',
  },
  fix: {
    ja: 'NetworkInterfacesのAssociatePublicIpAddressをfalse、AwsvpcConfigurationのAssignPublicIpをDISABLED、サブネットのMapPublicIpOnLaunchをfalseとし、外部へはNATゲートウェイ又はVPCエンドポイントを用いてください。',
    en: 'Set AssociatePublicIpAddress of NetworkInterfaces to false, AssignPublicIp of AwsvpcConfiguration to DISABLED, and MapPublicIpOnLaunch of the subnet to false; let traffic out by a NAT gateway or VPC endpoints.',
  },
  cdk: {
    ja: 'associatePublicIpAddress及びassignPublicIpをfalseとする',
    en: 'associatePublicIpAddress: false and assignPublicIp: false',
  },
  // A server that is itself the front (mail, name service) needs an address.
  duty: 'should',
  resources: SERVERS,
  appliesTo: { zones: ['internet', 'management'] },
  check: (server) => {
    const claim = (PUBLIC_ADDRESSES[server.type] as Check)(server);
    return server.type === 'AWS::EC2::Instance' ? claim.and(hasNoneBySubnet(server)) : claim;
  },
});
