import { AWS_OWNED, serviceKeyRule } from './service-keys';

export const StepFunctionsCustomerManagedKey = serviceKeyRule({
  id: 'StepFunctionsCustomerManagedKey',
  places: {
    'AWS::StepFunctions::StateMachine': {
      key: 'EncryptionConfiguration.KmsKeyId',
      mode: ['EncryptionConfiguration.Type', 'CUSTOMER_MANAGED_KMS_KEY'],
    },
    'AWS::StepFunctions::Activity': {
      key: 'EncryptionConfiguration.KmsKeyId',
      mode: ['EncryptionConfiguration.Type', 'CUSTOMER_MANAGED_KMS_KEY'],
    },
  },
  subject: {
    ja: 'Step Functionsのステートマシン及びアクティビティ',
    en: 'State machines and activities of Step Functions',
  },
  holds: { ja: '実行履歴の入出力（90日間）', en: 'inputs and outputs of each run, for 90 days' },
  otherwise: AWS_OWNED,
  cdk: {
    ja: 'StateMachine及びActivityのencryptionConfigurationをnew CustomerManagedEncryptionConfiguration(key)とする',
    en: 'encryptionConfiguration: new CustomerManagedEncryptionConfiguration(key) of StateMachine and Activity',
  },
});
