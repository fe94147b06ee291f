import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const EcsStorageCustomerManagedKey = serviceKeyRule({
  id: 'EcsStorageCustomerManagedKey',
  places: {
    'AWS::ECS::Cluster': 'Configuration.ManagedStorageConfiguration.FargateEphemeralStorageKmsKeyId',
  },
  subject: { ja: 'Fargateの一時ディスク', en: 'Temporary disks of Fargate' },
  holds: { ja: '処理中の一時ファイル', en: 'temporary files of tasks' },
  otherwise: AWS_OWNED,
  cdk: passKey('managedStorageConfiguration', 'Cluster'),
  // The clauses protect the information that is handled; temporary files are not that by themselves.
  duty: 'should',
});
