import { byAlternative } from '../../analysis/network/alternatives';
import { referredTo } from '../../analysis/network/web-acls';
import { joinable, orElse, zoneNames, zonesAt } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { own } from '../../model/template';
import { concat } from '../../text';
import { defineRule } from '../define';

const REQUIRED = {
  ja: 'AWSのサービス、又は同じ領域のサービス',
  en: 'a service of AWS, or one of the same zone',
};

export const NoPrivateLinkAcrossZones = defineRule({
  id: 'NoPrivateLinkAcrossZones',
  clauses: ['4(1)①', '4(2)①', '7.1(10)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系から、他の領域のエンドポイントサービスを利用しない',
    en: 'The my-number and LGWAN zones use no endpoint service of another zone',
  },
  why: {
    ja: 'PrivateLinkはルートテーブルに現れずに領域をまたぐ。接続先がインターネットにつながっていれば、そこを踏み台に閉域から情報を持ち出せる。',
    en: 'PrivateLink crosses zones without a line in any route table. If its far end is connected to the Internet, data can leave the closed zone by that stepping stone.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのServiceNameは、AWSのサービス又は同じ領域のエンドポイントサービスとしてください。外部の事業者のサービスは、その接続先がインターネット等と接続していないことを確認し、プロファイルのfacts.zoneOfに記載してください。',
    en: 'Let ServiceName of the AWS::EC2::VPCEndpoint be a service of AWS or an endpoint service of the same zone. For a service of somebody else, make sure that its far end is not connected to the Internet, and name its zone in facts.zoneOf of the profile.',
  },
  cdk: {
    ja: 'InterfaceVpcEndpointのserviceを、InterfaceVpcEndpointAwsServiceの定数又は同じ領域のエンドポイントサービスとする',
    en: 'service of InterfaceVpcEndpoint: a constant of InterfaceVpcEndpointAwsService, or an endpoint service of the same zone',
  },
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (endpoint, context) => {
    const service = endpoint.get('ServiceName');
    const here = orElse(zonesAt(endpoint.get('VpcId'), context), context.marks.of(endpoint, 'zone'));
    return byAlternative(service, (value) => {
      const provider = referredTo(value).find(({ type }) => type === 'AWS::EC2::VPCEndpointService');
      if (provider !== undefined) {
        const there = context.marks.of(provider, 'zone');
        return joinable(here, there, context.profile.zoneMatrix).explained(
          service.path,
          concat(zoneNames(there), {
            ja: 'のエンドポイントサービス',
            en: ', the zone of the endpoint service',
          }),
          REQUIRED,
          service.at,
        );
      }
      if (value.kind === 'absent') return Claim.HOLDS;
      const first =
        value.kind === 'known' ? String(value.value) : value.kind === 'text' ? value.parts[0] : undefined;
      if (typeof first !== 'string')
        return service.states(
          'undetermined',
          { ja: '分からないサービス', en: 'a service that cannot be told' },
          REQUIRED,
        );
      if (!/^com\.amazonaws\.vpce\./.test(first)) return Claim.HOLDS;
      const known = value.kind === 'known' && own(context.profile.facts.zoneOf, first) !== undefined;
      return known
        ? joinable(here, zonesAt(service, context), context.profile.zoneMatrix).explained(
            service.path,
            concat(zoneNames(zonesAt(service, context)), {
              ja: 'のエンドポイントサービス',
              en: ', the zone of the endpoint service',
            }),
            REQUIRED,
            service.at,
          )
        : service.states(
            'needed',
            { ja: '外部のエンドポイントサービス', en: 'an endpoint service of somebody else' },
            {
              ja: '接続先がインターネット等と接続していないことの確認',
              en: 'shown not to be connected to the Internet at its far end',
            },
          );
    });
  },
});
