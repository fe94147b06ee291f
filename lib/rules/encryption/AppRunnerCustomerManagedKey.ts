import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const AppRunnerCustomerManagedKey = serviceKeyRule({
  id: 'AppRunnerCustomerManagedKey',
  places: {
    'AWS::AppRunner::Service': 'EncryptionConfiguration.KmsKey',
  },
  subject: { ja: 'App Runnerのサービス', en: 'Services of App Runner' },
  holds: { ja: 'プログラムの写し及びログ', en: 'copies of programs, and logs' },
  otherwise: AWS_MANAGED,
  cdk: passKey('encryptionConfiguration', 'CfnService'),
  // The clauses protect the information that is handled; programs are not that by themselves.
  duty: 'should',
});
