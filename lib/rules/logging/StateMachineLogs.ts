import { noneOf } from '../../model/requirement';
import { hasItem, logRule } from './log-table';

export const StateMachineLogs = logRule({
  id: 'StateMachineLogs',
  resources: ['AWS::StepFunctions::StateMachine'],
  subject: { ja: 'Step Functionsのステートマシン', en: 'State machines of Step Functions' },
  log: { ja: '実行のログ', en: 'a log of their executions' },
  why: {
    ja: '実行の履歴は90日で消え、エクスプレスでは初めから残らない。定められた期間、処理の記録を残せない。',
    en: 'The history of executions is gone after 90 days, and express workflows have none, so that what was processed cannot be shown for the prescribed period.',
  },
  fix: {
    ja: 'LoggingConfigurationのLevelをALL（少なくともERROR）とし、Destinationsにロググループを指定してください。',
    en: 'Set Level in LoggingConfiguration to ALL (ERROR at least), and name a log group in Destinations.',
  },
  cdk: {
    ja: 'StateMachineのlogsを{ destination, level: LogLevel.ALL }とする',
    en: 'logs: { destination, level: LogLevel.ALL } of StateMachine',
  },
  check: (machine) => {
    const logging = machine.get('LoggingConfiguration');
    return logging
      .get('Level')
      .orDefault('OFF')
      .must(noneOf('OFF'))
      .and(hasItem(logging.get('Destinations')));
  },
});
