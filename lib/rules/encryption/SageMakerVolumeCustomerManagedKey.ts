import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SageMakerVolumeCustomerManagedKey = customerManagedKeyRule({
  id: 'SageMakerVolumeCustomerManagedKey',
  resources: ['AWS::SageMaker::NotebookInstance', 'AWS::SageMaker::Domain', 'AWS::SageMaker::EndpointConfig'],
  subject: { ja: 'SageMakerのボリューム', en: 'Volumes of SageMaker' },
  holds: {
    ja: '分析の作業領域には、学習用に取り出したデータの写しが残る。',
    en: 'Workspaces of analysts keep copies of the data that they took out for training.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: {
    ja: 'AWSの管理する鍵が使われるか、暗号化されません',
    en: 'they have a key that AWS manages, or none',
  },
  cdk: {
    ja: 'CfnNotebookInstance、CfnDomain又はCfnEndpointConfigのkmsKeyIdを指定する',
    en: 'kmsKeyId of CfnNotebookInstance, CfnDomain or CfnEndpointConfig',
  },
  check: keyAt('KmsKeyId'),
});
