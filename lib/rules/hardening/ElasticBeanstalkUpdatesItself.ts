import { optionIs } from '../../analysis/beanstalk-options';
import { defineRule } from '../define';

export const ElasticBeanstalkUpdatesItself = defineRule({
  id: 'ElasticBeanstalkUpdatesItself',
  clauses: ['7.6(1)①'],
  title: {
    ja: 'Elastic Beanstalkの環境は、プラットフォームを自動的に更新する（マネージド更新）',
    en: 'Environments of Elastic Beanstalk update their platform by themselves (managed updates)',
  },
  why: {
    ja: '更新されないプラットフォームには、OSや実行環境のセキュリティホールが残る。',
    en: 'A platform that is not updated keeps the holes of its operating system and runtime.',
  },
  fix: {
    ja: 'OptionSettingsに、Namespaceをaws:elasticbeanstalk:managedactions、OptionNameをManagedActionsEnabled、Valueをtrueとする項目を加えてください。',
    en: 'Add an item with Namespace aws:elasticbeanstalk:managedactions, OptionName ManagedActionsEnabled and Value true to OptionSettings.',
  },
  cdk: { ja: 'CfnEnvironmentのoptionSettingsに加える', en: 'add it to optionSettings of CfnEnvironment' },
  resources: ['AWS::ElasticBeanstalk::Environment'],
  check: (environment) =>
    optionIs(environment, 'aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled'),
});
