import { equals, noneOf } from '../../model/requirement';
import { logRule } from './log-table';

export const FsxAuditLogs = logRule({
  id: 'FsxAuditLogs',
  resources: ['AWS::FSx::FileSystem'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  subject: {
    ja: 'FSx for Windows File Serverのファイル共有',
    en: 'File systems of FSx for Windows File Server',
  },
  log: { ja: 'ファイルへのアクセスの監査ログ', en: 'an audit log of access to files' },
  why: {
    ja: '誰がどのファイルを開き、消したかが残らず、内部からの持ち出しに気付けない。',
    en: 'Nothing tells who opened or deleted which file, so that data taken from inside goes unnoticed.',
  },
  fix: {
    ja: 'WindowsConfiguration.AuditLogConfigurationのFileAccessAuditLogLevelをSUCCESS_AND_FAILUREとしてください。',
    en: 'Set FileAccessAuditLogLevel in WindowsConfiguration.AuditLogConfiguration to SUCCESS_AND_FAILURE.',
  },
  cdk: {
    ja: 'CfnFileSystemのwindowsConfigurationのauditLogConfigurationを指定する',
    en: 'auditLogConfiguration in windowsConfiguration of CfnFileSystem',
  },
  check: (system) =>
    system
      .get('WindowsConfiguration.AuditLogConfiguration.FileAccessAuditLogLevel')
      .orDefault('DISABLED')
      .must(noneOf('DISABLED'))
      // Of the other kinds, ONTAP is told by its own administration and the rest have no such log.
      .onlyIf(system.get('FileSystemType').must(equals('WINDOWS'))),
});
