import { tableLookup } from '../../analysis/support/engines';
import { notWritten, supportRule, versionAt } from './support-rules';

export const MskVersionSupported = supportRule({
  id: 'MskVersionSupported',
  resources: ['AWS::MSK::Cluster'],
  subject: { ja: 'MSKのKafka', en: 'Kafka versions of MSK' },
  stake: {
    ja: 'Kafkaには、システム間で連携する記録が一定期間残る。',
    en: 'Kafka keeps, for a time, the records that systems exchange.',
  },
  fix: {
    ja: 'KafkaVersionに、サポートの続いている版（3.9.x等）を指定してください。',
    en: 'Set KafkaVersion to a version that is still supported (for example 3.9.x).',
  },
  cdk: {
    ja: 'CfnClusterのkafkaVersionに指定する',
    en: 'kafkaVersion of CfnCluster',
  },
  check: versionAt('KafkaVersion', tableLookup('msk'), notWritten),
});
