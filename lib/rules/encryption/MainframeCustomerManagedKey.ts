import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const MainframeCustomerManagedKey = serviceKeyRule({
  id: 'MainframeCustomerManagedKey',
  places: {
    'AWS::M2::Application': 'KmsKeyId',
    'AWS::M2::Environment': 'KmsKeyId',
  },
  subject: {
    ja: 'Mainframe Modernizationの環境及びアプリケーション',
    en: 'Environments and applications of Mainframe Modernization',
  },
  holds: { ja: 'ホストから移した業務データ', en: 'business data moved from the mainframe' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyId', 'CfnApplication', 'CfnEnvironment'),
});
