import { isFalse, matching } from '../../model/requirement';
import { defineRule } from '../define';
import { CIPHERS } from './tls-rules';

const TLS_1_2 = matching(/^TLSv1\.[23](_|$)/, {
  ja: 'TLSv1.2_2018以降',
  en: 'TLSv1.2_2018 or later',
});

export const CloudFrontTlsVersion = defineRule({
  id: 'CloudFrontTlsVersion',
  clauses: CIPHERS,
  title: {
    ja: 'CloudFrontは、閲覧者とTLS 1.2以上で通信する',
    en: 'CloudFront talks TLS 1.2 or later with viewers',
  },
  why: {
    ja: 'CloudFrontの既定の証明書では、旧式のTLSを断れない。市のウェブサイトで入力された内容が、弱い暗号方式のまま通信経路に流れる。',
    en: "With its default certificate CloudFront cannot refuse old TLS: what residents enter on the city's site may pass under weak ciphers.",
  },
  fix: {
    ja: 'ViewerCertificateに独自の証明書（AcmCertificateArn）とMinimumProtocolVersion: TLSv1.2_2021を指定してください。CloudFrontの既定の証明書ではTLSv1を許します。',
    en: 'Give ViewerCertificate a certificate of its own (AcmCertificateArn) and MinimumProtocolVersion: TLSv1.2_2021. With the default certificate of CloudFront TLSv1 is allowed.',
  },
  cdk: {
    ja: 'Distributionのcertificateを指定し、minimumProtocolVersionをSecurityPolicyProtocol.TLS_V1_2_2021とする',
    en: 'certificate and minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021 of Distribution',
  },
  resources: ['AWS::CloudFront::Distribution'],
  check: (distribution) => {
    const certificate = distribution.get('DistributionConfig.ViewerCertificate');
    // With its own certificate CloudFront allows TLSv1 whatever else is written; it has that if none is named.
    return certificate
      .get('CloudFrontDefaultCertificate')
      .orDefault(false)
      .must(isFalse)
      .and(certificate.get('MinimumProtocolVersion').must(TLS_1_2));
  },
});
