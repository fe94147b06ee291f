import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const CognitoUserPoolCustomerManagedKey = serviceKeyRule({
  id: 'CognitoUserPoolCustomerManagedKey',
  places: {
    'AWS::Cognito::UserPool': {
      key: 'KeyConfiguration.KmsKeyArn',
      mode: ['KeyConfiguration.KeyType', 'CUSTOMER_MANAGED_KEY'],
    },
  },
  subject: { ja: 'Cognitoのユーザープール', en: 'User pools of Cognito' },
  holds: { ja: '利用者の氏名、連絡先及び認証情報', en: 'names, contacts and credentials of users' },
  otherwise: AWS_OWNED,
  cdk: passKey('keyConfiguration', 'CfnUserPool'),
  // Pools have had the choice since 2026 only, and constructs do not offer it yet: 9.2(7)③ names the destruction of a
  // key as one way among others, and a pool can be emptied.
  duty: 'should',
});
