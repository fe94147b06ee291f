import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const WorkSpacesWebCustomerManagedKey = serviceKeyRule({
  id: 'WorkSpacesWebCustomerManagedKey',
  places: {
    'AWS::WorkSpacesWeb::Portal': 'CustomerManagedKey',
    'AWS::WorkSpacesWeb::BrowserSettings': 'CustomerManagedKey',
    'AWS::WorkSpacesWeb::UserSettings': 'CustomerManagedKey',
    'AWS::WorkSpacesWeb::IpAccessSettings': 'CustomerManagedKey',
    'AWS::WorkSpacesWeb::DataProtectionSettings': 'CustomerManagedKey',
  },
  subject: { ja: 'WorkSpaces Secure Browserの設定', en: 'Settings of WorkSpaces Secure Browser' },
  holds: { ja: '閲覧の許可及び接続元の設定', en: 'settings of what may be browsed, and from where' },
  otherwise: AWS_OWNED,
  cdk: passKey('customerManagedKey', 'CfnPortal', 'CfnBrowserSettings', 'CfnUserSettings'),
  // The clauses protect the information that is handled; settings are not that by themselves.
  duty: 'should',
});
