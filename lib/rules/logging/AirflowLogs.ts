import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import { logRule } from './log-table';

const NEEDED = ['TaskLogs', 'WebserverLogs'];

export const AirflowLogs = logRule({
  id: 'AirflowLogs',
  resources: ['AWS::MWAA::Environment'],
  subject: {
    ja: 'Managed Workflows for Apache Airflowの環境',
    en: 'Environments of Managed Workflows for Apache Airflow',
  },
  log: { ja: '処理及び画面のログ', en: 'the logs of tasks and of the web server' },
  why: {
    ja: '誰が処理を動かし、その処理が何をしたかが残らない。',
    en: 'Nothing tells who ran a job and what the job did.',
  },
  fix: {
    ja: 'LoggingConfigurationのTaskLogs及びWebserverLogsで、Enabledをtrueとしてください。',
    en: 'Set Enabled to true in TaskLogs and WebserverLogs of LoggingConfiguration.',
  },
  cdk: {
    ja: 'CfnEnvironmentのloggingConfigurationを指定する',
    en: 'loggingConfiguration of CfnEnvironment',
  },
  check: (environment) =>
    Claim.all(
      NEEDED.map((kind) =>
        environment.get('LoggingConfiguration').get(kind).get('Enabled').orDefault(false).must(isTrue),
      ),
    ),
});
