import { Claim } from '../../model/claim';
import { noneOf, oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

/** Others are spoken to over HTTPS, and take no mode. */
const WITH_SSL_MODE = oneOf(
  'mysql',
  'mariadb',
  'aurora',
  'postgres',
  'aurora-postgresql',
  'oracle',
  'sqlserver',
  'azuredb',
  'db2',
  'db2-zos',
  'sybase',
  'mongodb',
  'docdb',
);

export const DmsUsesTls = defineRule({
  id: 'DmsUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'DMSは、データベースとTLSで通信する',
    en: 'DMS talks TLS with databases',
  },
  why: {
    ja: '移行では業務データベースの全てが流れ、既定ではTLSを用いない。',
    en: 'A migration moves whole databases, and by default without TLS.',
  },
  fix: {
    ja: 'EndpointのSslModeをrequire、verify-ca又はverify-fullとし、KafkaSettings.SecurityProtocolをssl-encryption等、RedisSettings.SslSecurityProtocolをssl-encryptionとしてください。DataProviderではSettingsの各SslModeを同様としてください。',
    en: 'Set SslMode of the Endpoint to require, verify-ca or verify-full, KafkaSettings.SecurityProtocol to ssl-encryption or the like, RedisSettings.SslSecurityProtocol to ssl-encryption. Of a DataProvider set the SslMode in Settings likewise.',
  },
  cdk: {
    ja: "CfnEndpointのsslModeを'verify-full'とする",
    en: "sslMode: 'verify-full' of CfnEndpoint",
  },
  resources: ['AWS::DMS::Endpoint', 'AWS::DMS::DataProvider'],
  check: (resource) => {
    if (resource.type === 'AWS::DMS::DataProvider') {
      return (
        resource
          .get('Settings')
          .entries()
          // Redshift has no such choice.
          .filter(({ path }) => !path.endsWith('RedshiftSettings'))
          .every((settings) => settings.get('SslMode').orDefault('none').must(noneOf('none')))
      );
    }
    const kafka = resource.get('KafkaSettings');
    return Claim.all([
      resource
        .get('SslMode')
        .orDefault('none')
        .must(noneOf('none'))
        .onlyIf(resource.get('EngineName').must(WITH_SSL_MODE)),
      kafka
        .get('SecurityProtocol')
        .orDefault('plaintext')
        .must(oneOf('ssl-encryption', 'ssl-authentication', 'sasl-ssl'))
        .onlyIf(isSet(kafka)),
      resource.get('RedisSettings.SslSecurityProtocol').orDefault('ssl-encryption').must(noneOf('plaintext')),
    ]);
  },
});
