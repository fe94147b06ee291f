import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const PersonalizeCustomerManagedKey = serviceKeyRule({
  id: 'PersonalizeCustomerManagedKey',
  places: {
    'AWS::Personalize::DatasetGroup': 'KmsKeyArn',
  },
  subject: { ja: 'Personalizeのデータセット', en: 'Data sets of Personalize' },
  holds: { ja: '利用者の行動の記録', en: 'records of what users did' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyArn', 'CfnDatasetGroup'),
});
