import { whereHolds } from '../../analysis/network/alternatives';
import { attachmentsOf } from '../../analysis/network/transit-gateways';
import { ISOLATED } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { type Context, defineRule } from '../define';

export const NoVpnOverInternet = defineRule({
  id: 'NoVpnOverInternet',
  clauses: ['4(1)③', '4(2)②', '4(1)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系への接続は、インターネットVPNによらず専用回線による',
    en: 'The my-number and LGWAN zones are reached over dedicated lines, not over VPNs through the Internet',
  },
  why: {
    ja: 'インターネットVPNの終端は公衆網から見える装置であり、その脆弱性や設定の誤りが、そのまま閉域のネットワークへの入口になる。',
    en: 'The end of a VPN over the Internet is a device that anyone can address: a flaw in it, or a wrong setting, is a door into the closed network.',
  },
  fix: {
    ja: 'AWS::EC2::VPNConnection及びAWS::EC2::ClientVpnEndpointを削除し、Direct Connectを用いてください。Direct Connectの上のVPNは、OutsideIpAddressTypeをPrivateIpv4とし、TransportTransitGatewayAttachmentIdを指定してください。やむを得ない場合は例外措置の申請によります。',
    en: 'Remove the AWS::EC2::VPNConnection or AWS::EC2::ClientVpnEndpoint and use Direct Connect. For a VPN on top of Direct Connect set OutsideIpAddressType to PrivateIpv4 and name the TransportTransitGatewayAttachmentId. Where there is no other way, apply for an exception.',
  },
  cdk: {
    ja: 'CfnVPNConnectionのoutsideIpAddressTypeをPrivateIpv4とし、transportTransitGatewayAttachmentIdを指定する',
    en: 'outsideIpAddressType: PrivateIpv4 and transportTransitGatewayAttachmentId of CfnVPNConnection',
  },
  resources: [
    'AWS::EC2::VPNConnection',
    'AWS::EC2::ClientVpnEndpoint',
    'AWS::EC2::ClientVpnTargetNetworkAssociation',
  ],
  check: (resource, context) =>
    whereHolds(
      leadsToIsolatedZone(resource, context),
      resource.type === 'AWS::EC2::VPNConnection'
        ? resource.get('OutsideIpAddressType').orDefault('PublicIpv4').must(equals('PrivateIpv4'))
        : resource
            .get('')
            .states(
              'breaks',
              { ja: 'インターネットから接続するVPN', en: 'a VPN that is entered from the Internet' },
              { ja: '専用回線による接続', en: 'a dedicated line' },
            ),
    ),
});

/** A VPN may be declared elsewhere; what its gateway leads to counts. */
function leadsToIsolatedZone(resource: Resource, { marks, deployment }: Context): Claim {
  const claims = [marks.inZone(resource, ISOLATED)];
  for (const { when, value } of resource.get('VpnGatewayId').references()) {
    for (const attachment of deployment.referrers(
      value.resource,
      'AWS::EC2::VPCGatewayAttachment',
      'VpnGatewayId',
    )) {
      claims.push(marks.inZone(attachment.resource, ISOLATED).and(Claim.when(when.and(attachment.when))));
    }
  }
  for (const { when, value } of resource.get('TransitGatewayId').references()) {
    for (const attachment of attachmentsOf(value.resource)) {
      claims.push(marks.inZone(attachment.resource, ISOLATED).and(Claim.when(when.and(attachment.when))));
    }
  }
  return Claim.any(claims);
}
