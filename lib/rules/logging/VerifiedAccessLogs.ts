import { logRule, oneIsOn } from './log-table';

export const VerifiedAccessLogs = logRule({
  id: 'VerifiedAccessLogs',
  resources: ['AWS::EC2::VerifiedAccessInstance'],
  also: ['7.2(2)③'],
  subject: { ja: 'Verified Accessのインスタンス', en: 'Instances of Verified Access' },
  log: { ja: 'アクセスログ', en: 'an access log' },
  why: {
    ja: '庁外から誰が業務システムに入ったかが残らない。',
    en: "Nothing records who entered the city's applications from outside.",
  },
  fix: {
    ja: 'LoggingConfigurationsのCloudWatchLogs、KinesisDataFirehose、S3のいずれかで、Enabledをtrueとし、出力先を指定してください。',
    en: 'In LoggingConfigurations set Enabled to true and a destination in one of CloudWatchLogs, KinesisDataFirehose and S3.',
  },
  cdk: {
    ja: 'CfnVerifiedAccessInstanceのloggingConfigurationsを指定する',
    en: 'loggingConfigurations of CfnVerifiedAccessInstance',
  },
  check: (instance) =>
    oneIsOn(instance.get('LoggingConfigurations'), 'CloudWatchLogs', 'KinesisDataFirehose', 'S3'),
});
