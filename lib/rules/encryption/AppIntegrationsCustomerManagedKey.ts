import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const AppIntegrationsCustomerManagedKey = serviceKeyRule({
  id: 'AppIntegrationsCustomerManagedKey',
  places: {
    'AWS::AppIntegrations::DataIntegration': 'KmsKey',
  },
  subject: { ja: 'AppIntegrationsのデータ連携', en: 'Data integrations of AppIntegrations' },
  holds: { ja: '外部サービスから取り込んだ情報', en: 'what was fetched from other services' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKey', 'CfnDataIntegration'),
});
