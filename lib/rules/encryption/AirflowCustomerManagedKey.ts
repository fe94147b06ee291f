import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const AirflowCustomerManagedKey = serviceKeyRule({
  id: 'AirflowCustomerManagedKey',
  places: {
    'AWS::MWAA::Environment': 'KmsKey',
    'AWS::MWAAServerless::Workflow': 'EncryptionConfiguration.KmsKeyId',
  },
  subject: {
    ja: 'Managed Workflows for Apache Airflowの環境',
    en: 'Environments of Managed Workflows for Apache Airflow',
  },
  holds: { ja: '処理中のデータ、接続情報及びログ', en: 'data in process, connections and logs' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKey', 'CfnEnvironment'),
});
