import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const OpenSearchUpdatesItself = defineRule({
  id: 'OpenSearchUpdatesItself',
  clauses: ['7.6(1)①'],
  // Updates that close grave holes are applied by the service in any case; the others may be applied by hand.
  duty: 'should',
  title: {
    ja: 'OpenSearchドメインは、サービスソフトウェアを自動的に更新する',
    en: 'OpenSearch domains update their service software by themselves',
  },
  why: {
    ja: '手で適用する更新は忘れられ、セキュリティホールが残る。',
    en: 'Updates that somebody has to apply are forgotten, and holes stay open.',
  },
  fix: {
    ja: 'SoftwareUpdateOptionsのAutoSoftwareUpdateEnabledをtrueにしてください。',
    en: 'Set AutoSoftwareUpdateEnabled in SoftwareUpdateOptions to true.',
  },
  cdk: { ja: 'DomainのenableAutoSoftwareUpdateをtrueとする', en: 'enableAutoSoftwareUpdate: true of Domain' },
  resources: ['AWS::OpenSearchService::Domain'],
  check: (domain) =>
    domain.get('SoftwareUpdateOptions.AutoSoftwareUpdateEnabled').orDefault(false).must(isTrue),
});
