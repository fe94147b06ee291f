import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SageMakerVolumeCustomerManagedKey = customerManagedKeyRule({
  id: 'SageMakerVolumeCustomerManagedKey',
  resources: ['AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::Domain', 'AWS::SageMaker::EndpointConfig'],
  subject: { ja: 'SageMakerのボリューム', en: 'Volumes of SageMaker' },
  write: writeKey('KmsKeyId'),
  otherwise: {
    ja: 'AWSの管理する鍵が使われるか、暗号化されません',
    en: 'they have a key that AWS manages, or none',
  },
  cdk: 'kmsKeyId',
  check: keyAt('KmsKeyId'),
});
