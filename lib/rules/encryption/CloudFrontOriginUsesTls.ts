import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

const VPC_ORIGIN = 'AWS::CloudFront::VpcOrigin';

export const CloudFrontOriginUsesTls = defineRule({
  id: 'CloudFrontOriginUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'CloudFrontは、オリジンとHTTPSで通信する',
    en: 'CloudFront talks HTTPS with origins',
  },
  why: {
    ja: '閲覧者とCloudFrontの間がHTTPSでも、オリジンまでがHTTPであれば、入力された個人情報はその区間を平文で流れる。',
    en: 'Though viewers use HTTPS, what they enter travels in plain text from CloudFront to the origin if that part is HTTP.',
  },
  fix: {
    ja: '各OriginsのCustomOriginConfigのOriginProtocolPolicyをhttps-onlyとし、OriginSSLProtocolsをTLSv1.2のみとしてください。',
    en: 'Set OriginProtocolPolicy to https-only and OriginSSLProtocols to TLSv1.2 only in CustomOriginConfig of each of the Origins.',
  },
  cdk: {
    ja: 'HttpOriginのprotocolPolicyをOriginProtocolPolicy.HTTPS_ONLY、originSslProtocolsを[OriginSslPolicy.TLS_V1_2]とする',
    en: 'protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY and originSslProtocols: [OriginSslPolicy.TLS_V1_2] of HttpOrigin',
  },
  resources: ['AWS::CloudFront::Distribution', VPC_ORIGIN],
  check: (resource) =>
    resource.type === VPC_ORIGIN
      ? encrypted(resource.get('VpcOriginEndpointConfig'))
      : resource
          .get('DistributionConfig.Origins')
          .items()
          .every((origin) => {
            const custom = origin.get('CustomOriginConfig');
            return encrypted(custom).onlyIf(isSet(custom));
          }),
});

/** With match-viewer an origin is spoken to as the viewer spoke, for which there is a rule of its own. */
function encrypted(origin: Field): Claim {
  return origin
    .get('OriginProtocolPolicy')
    .must(oneOf('https-only', 'match-viewer'))
    .and(
      origin
        .get('OriginSSLProtocols')
        .items()
        .every((protocol) => protocol.must(equals('TLSv1.2'))),
    );
}
