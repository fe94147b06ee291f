import { optionIs } from '../../analysis/beanstalk-options';
import { asAlternative } from '../../analysis/evidence';
import { logRule } from './log-table';

export const ElasticBeanstalkLogs = logRule({
  id: 'ElasticBeanstalkLogs',
  resources: ['AWS::ElasticBeanstalk::Environment'],
  also: ['7.4(1)⑧'],
  subject: { ja: 'Elastic Beanstalkの環境', en: 'Environments of Elastic Beanstalk' },
  log: { ja: 'サーバの外に残るログ', en: 'logs outside of their servers' },
  why: {
    ja: 'サーバは自動的に入れ替わり、その中のログも失われる。',
    en: 'Servers are replaced by themselves, and the logs on them are lost.',
  },
  fix: {
    ja: 'OptionSettingsに、Namespaceをaws:elasticbeanstalk:cloudwatch:logs、OptionNameをStreamLogs、Valueをtrueとする項目を加えてください。',
    en: 'Add an item with Namespace aws:elasticbeanstalk:cloudwatch:logs, OptionName StreamLogs and Value true to OptionSettings.',
  },
  cdk: {
    ja: 'CfnEnvironmentのoptionSettingsに加える',
    en: 'add it to optionSettings of CfnEnvironment',
  },
  check: (environment) =>
    optionIs(environment, 'aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs').or(
      // The older way copies them to a bucket.
      asAlternative(optionIs(environment, 'aws:elasticbeanstalk:hostmanager', 'LogPublicationControl')),
    ),
});
