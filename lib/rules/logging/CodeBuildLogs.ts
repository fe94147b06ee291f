import { equals } from '../../model/requirement';
import { logRule } from './log-table';

export const CodeBuildLogs = logRule({
  id: 'CodeBuildLogs',
  resources: ['AWS::CodeBuild::Project'],
  also: ['7.1(4)②'],
  subject: { ja: 'CodeBuildのプロジェクト', en: 'Projects of CodeBuild' },
  log: { ja: 'ビルドのログ', en: 'a log of builds' },
  why: {
    ja: '運用環境へ送られる変更がどう作られたかの記録がなければ、混入した不正な処理を調べられない。',
    en: 'Without a record of how a change was built, nobody can look into what slipped into production.',
  },
  fix: {
    ja: 'LogsConfigのCloudWatchLogs.StatusをDISABLEDにしないか、S3Logs.StatusをENABLEDとしてください。LogsConfigを指定しない場合、CloudWatch Logsに記録されます。',
    en: 'Do not set CloudWatchLogs.Status in LogsConfig to DISABLED, or set S3Logs.Status to ENABLED. Without LogsConfig builds are logged to CloudWatch Logs.',
  },
  cdk: {
    ja: 'Projectのloggingでenabled: falseとしない',
    en: 'no enabled: false in logging of Project',
  },
  check: (project) => {
    const logs = project.get('LogsConfig');
    return logs
      .get('CloudWatchLogs.Status')
      .orDefault('ENABLED')
      .must(equals('ENABLED'))
      .or(logs.get('S3Logs.Status').orDefault('DISABLED').must(equals('ENABLED')));
  },
});
