import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const AppFlowCustomerManagedKey = serviceKeyRule({
  id: 'AppFlowCustomerManagedKey',
  places: {
    'AWS::AppFlow::Flow': 'KMSArn',
    'AWS::AppFlow::ConnectorProfile': 'KMSArn',
  },
  subject: { ja: 'AppFlowのフロー及び接続', en: 'Flows and connections of AppFlow' },
  holds: { ja: '転送する情報及び接続の認証情報', en: 'what is transferred and the credentials for it' },
  otherwise: AWS_MANAGED,
  cdk: passKey('kmsArn', 'CfnFlow', 'CfnConnectorProfile'),
});
