import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { CONTENTS_OF_LOGS } from './contents-of-logs';

export const StateMachineLogsHoldNoData = defineRule({
  id: 'StateMachineLogsHoldNoData',
  ...CONTENTS_OF_LOGS,
  title: {
    ja: 'ステートマシンのログには、処理したデータを残さない',
    en: 'Logs of state machines leave out the data that was worked on',
  },
  why: {
    ja: '各段階の入力及び出力を残すと、処理した住民の情報がログにも写り、記録を見る権限のない者にも読める。',
    en: 'With inputs and outputs of every step the residents whose cases were worked on appear in the log too, for people who may not see the records.',
  },
  fix: {
    ja: 'LoggingConfigurationのIncludeExecutionDataをfalseとするか、記述しないでください。',
    en: 'Set IncludeExecutionData of LoggingConfiguration to false, or leave it out.',
  },
  cdk: {
    ja: 'StateMachineのlogsのincludeExecutionDataをfalseとする（既定はtrue）',
    en: 'includeExecutionData: false in logs of StateMachine, where the default is true',
  },
  resources: ['AWS::StepFunctions::StateMachine'],
  check: (machine) => {
    const logging = machine.get('LoggingConfiguration');
    return logging
      .get('IncludeExecutionData')
      .orDefault(false)
      .must(noneOf(true, 'true'))
      .onlyIf(logging.get('Level').orDefault('OFF').must(noneOf('OFF')));
  },
});
