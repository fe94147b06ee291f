import { Claim } from '../../model/claim';
import { absent } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { toldWith } from '../reliefs';

export const IsolatedZoneHasNoInternetGateway = defineRule({
  id: 'IsolatedZoneHasNoInternetGateway',
  clauses: ['4(1)①', '4(2)①', '5.3②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCに、インターネットゲートウェイを接続しない',
    en: 'VPCs of the my-number and LGWAN zones have no internet gateway',
  },
  why: {
    ja: 'インターネットゲートウェイがVPCに接続されていると、経路を一つ書き加えるだけで、マイナンバー利用事務系又はLGWAN接続系がインターネットにつながる。',
    en: 'With an internet gateway attached, a single added route joins the my-number or LGWAN zone to the Internet.',
  },
  fix: {
    ja: 'インターネットゲートウェイ（AWS::EC2::InternetGateway、AWS::EC2::CarrierGateway）とその接続（AWS::EC2::VPCGatewayAttachmentのInternetGatewayId）を削除し、AWSサービスへはVPCエンドポイントを用いてください。',
    en: 'Remove the internet gateway (AWS::EC2::InternetGateway, AWS::EC2::CarrierGateway) and its attachment (InternetGatewayId of AWS::EC2::VPCGatewayAttachment), and reach AWS services through VPC endpoints.',
  },
  cdk: {
    ja: 'MyNumberVpc又はLgwanVpcを用いる',
    en: 'use MyNumberVpc or LgwanVpc',
  },
  relievedBy: [toldWith('AWS::EC2::VPCGatewayAttachment')],
  resources: ['AWS::EC2::VPCGatewayAttachment', 'AWS::EC2::InternetGateway', 'AWS::EC2::CarrierGateway'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (resource) => {
    switch (resource.type) {
      case 'AWS::EC2::VPCGatewayAttachment':
        return resource.get('InternetGatewayId').must(absent);
      case 'AWS::EC2::InternetGateway':
        return attachedInSight(resource);
      default:
        return resource.get('').states(
          'breaks',
          {
            ja: '通信事業者の網を経てインターネットへ出るゲートウェイ',
            en: 'a gateway to the Internet through a carrier',
          },
          { ja: '置かないこと', en: 'not there' },
        );
    }
  },
});

/** A gateway without an attachment in sight is attached by something else, to some VPC. */
function attachedInSight(gateway: Resource): Claim {
  const attachments = gateway.deployment.referrers(
    gateway,
    'AWS::EC2::VPCGatewayAttachment',
    'InternetGatewayId',
  );
  return Claim.any(attachments.map(({ when }) => Claim.when(when))).or(
    gateway.get('').states(
      'undetermined',
      {
        ja: 'どのVPCに接続されるか分からないインターネットゲートウェイ',
        en: 'an internet gateway of which it cannot be told where it is attached',
      },
      { ja: '置かないこと', en: 'not there' },
    ),
  );
}
