import { present } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const ServiceConnectUsesTls = defineRule({
  id: 'ServiceConnectUsesTls',
  clauses: IN_TRANSIT,
  // 5.3③ asks for encryption as needed, and inside of a VPC AWS keeps the traffic of others away.
  duty: 'should',
  title: {
    ja: 'ECS Service Connectは、サービスの間をTLSで通信する',
    en: 'ECS Service Connect talks TLS between services',
  },
  why: {
    ja: 'サービスの間の通信は、指定しない限り平文である。',
    en: 'What services say to each other is plain text unless told otherwise.',
  },
  fix: {
    ja: 'ServiceConnectConfigurationの各ServicesのTlsにIssuerCertificateAuthorityを指定してください。',
    en: 'Name an IssuerCertificateAuthority in Tls of each of the Services in ServiceConnectConfiguration.',
  },
  cdk: {
    ja: 'serviceConnectConfigurationの各サービスにtlsを指定する',
    en: 'tls of each service in serviceConnectConfiguration',
  },
  resources: ['AWS::ECS::Service'],
  check: (service) =>
    service
      .get('ServiceConnectConfiguration.Services')
      .items()
      .every((item) => item.get('Tls').must(present)),
});
