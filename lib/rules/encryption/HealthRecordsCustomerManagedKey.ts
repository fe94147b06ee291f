import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const HealthRecordsCustomerManagedKey = serviceKeyRule({
  id: 'HealthRecordsCustomerManagedKey',
  places: {
    'AWS::HealthLake::FHIRDatastore': {
      key: 'SseConfiguration.KmsEncryptionConfig.KmsKeyId',
      mode: ['SseConfiguration.KmsEncryptionConfig.CmkType', 'CUSTOMER_MANAGED_KMS_KEY'],
    },
    'AWS::HealthImaging::Datastore': 'KmsKeyArn',
  },
  subject: {
    ja: 'HealthLake及びHealthImagingのデータストア',
    en: 'Data stores of HealthLake and HealthImaging',
  },
  holds: { ja: '住民の健康及び診療の記録', en: 'records of the health of residents' },
  otherwise: AWS_OWNED,
  cdk: passKey('sseConfiguration, kmsKeyArn', 'CfnFHIRDatastore', 'CfnDatastore'),
});
