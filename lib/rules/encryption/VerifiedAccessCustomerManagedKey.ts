import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const VerifiedAccessCustomerManagedKey = serviceKeyRule({
  id: 'VerifiedAccessCustomerManagedKey',
  places: {
    'AWS::EC2::VerifiedAccessGroup': {
      key: 'SseSpecification.KmsKeyArn',
      on: ['SseSpecification.CustomerManagedKeyEnabled'],
    },
    'AWS::EC2::VerifiedAccessEndpoint': {
      key: 'SseSpecification.KmsKeyArn',
      on: ['SseSpecification.CustomerManagedKeyEnabled'],
    },
    'AWS::EC2::VerifiedAccessTrustProvider': {
      key: 'SseSpecification.KmsKeyArn',
      on: ['SseSpecification.CustomerManagedKeyEnabled'],
    },
  },
  subject: { ja: 'Verified Accessの設定', en: 'Settings of Verified Access' },
  holds: { ja: 'アクセスの条件及び認証の設定', en: 'conditions of access and settings of log-ins' },
  otherwise: AWS_OWNED,
  cdk: passKey(
    'sseSpecification',
    'CfnVerifiedAccessGroup',
    'CfnVerifiedAccessEndpoint',
    'CfnVerifiedAccessTrustProvider',
  ),
  // The clauses protect the information that is handled; settings are not that by themselves.
  duty: 'should',
});
