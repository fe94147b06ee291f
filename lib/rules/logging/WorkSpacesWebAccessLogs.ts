import { asAlternative } from '../../analysis/evidence';
import { logRule, named } from './log-table';

export const WorkSpacesWebAccessLogs = logRule({
  id: 'WorkSpacesWebAccessLogs',
  resources: ['AWS::WorkSpacesWeb::Portal'],
  also: ['4(3)①'],
  subject: { ja: 'WorkSpaces Secure Browserのポータル', en: 'Portals of WorkSpaces Secure Browser' },
  log: { ja: '利用者のアクセスログ', en: 'an access log of users' },
  why: {
    ja: '画面転送でインターネットを閲覧した職員の行き先が残らず、不正なサイトへの接続を調べられない。',
    en: 'Nothing tells where staff went on the Internet through the screen, so that visits to malicious sites cannot be looked into.',
  },
  fix: {
    ja: 'UserAccessLoggingSettingsArnに、AWS::WorkSpacesWeb::UserAccessLoggingSettingsのARNを指定してください（SessionLoggerArnでもよい）。',
    en: 'Set UserAccessLoggingSettingsArn to the ARN of an AWS::WorkSpacesWeb::UserAccessLoggingSettings; SessionLoggerArn will do as well.',
  },
  cdk: {
    ja: 'CfnPortalのuserAccessLoggingSettingsArnを指定する',
    en: 'userAccessLoggingSettingsArn of CfnPortal',
  },
  check: (portal) =>
    portal
      .get('UserAccessLoggingSettingsArn')
      .must(named)
      .or(asAlternative(portal.get('SessionLoggerArn').must(named))),
});
