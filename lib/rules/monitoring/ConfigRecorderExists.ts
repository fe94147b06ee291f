import { accountRule, someOf } from './account-duties';

const RECORDER = 'AWS::Config::ConfigurationRecorder';

export const ConfigRecorderExists = accountRule({
  id: 'ConfigRecorderExists',
  clauses: ['7.5(1)④', '8.2(1)③'],
  title: {
    ja: 'リソースの設定の変更を記録する（AWS Config）',
    en: 'Changes to the configuration of resources are recorded (AWS Config)',
  },
  why: {
    ja: '設定がいつ、どう変わったかの記録がなければ、改ざんの有無を検査できない。',
    en: 'Without a record of when and how settings changed, nobody can check whether they were tampered with.',
  },
  create: {
    ja: 'AWS::Config::ConfigurationRecorder及びAWS::Config::DeliveryChannelを作成してください。',
    en: 'Create an AWS::Config::ConfigurationRecorder and an AWS::Config::DeliveryChannel.',
  },
  cdk: {
    ja: 'CfnConfigurationRecorderとCfnDeliveryChannelを作成する',
    en: 'a CfnConfigurationRecorder and a CfnDeliveryChannel',
  },
  duty: 'configuration-recorder',
  type: RECORDER,
  required: { ja: '記録及びその配信先', en: 'a recorder and its delivery channel' },
  // A recorder without a channel cannot be started.
  exists: (deployment) =>
    someOf(deployment, [RECORDER]).and(someOf(deployment, ['AWS::Config::DeliveryChannel'])),
});
