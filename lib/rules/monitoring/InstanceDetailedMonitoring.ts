import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

const MONITORING: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'Monitoring',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.Monitoring.Enabled',
  'AWS::AutoScaling::LaunchConfiguration': 'InstanceMonitoring',
};

export const InstanceDetailedMonitoring = defineRule({
  id: 'InstanceDetailedMonitoring',
  clauses: ['8.1④'],
  // The clause asks to endeavour (努め).
  duty: 'should',
  title: {
    ja: 'EC2インスタンスは、詳細モニタリングで監視する',
    en: 'EC2 instances are watched by detailed monitoring',
  },
  why: {
    ja: '5分ごとの値では、急な負荷の高まりに気付くのが遅れる。',
    en: 'Values every five minutes show a sudden rise in load too late.',
  },
  fix: {
    ja: 'インスタンスのMonitoring（起動テンプレートではMonitoring.Enabled）をtrueにしてください。',
    en: 'Set Monitoring of the instance, or Monitoring.Enabled of the launch template, to true.',
  },
  cdk: { ja: 'detailedMonitoringをtrueとする', en: 'detailedMonitoring: true' },
  resources: Object.keys(MONITORING),
  check: (instance) => {
    const path = MONITORING[instance.type] as string;
    // A launch configuration has it on unless it says otherwise.
    const byDefault = instance.type === 'AWS::AutoScaling::LaunchConfiguration';
    const own = instance.get(path).orDefault(byDefault).must(isTrue);
    if (instance.type !== 'AWS::EC2::Instance') return own;
    return instance
      .get('LaunchTemplate.LaunchTemplateId')
      .references()
      .reduce(
        (so, { value, when }) =>
          so.or(
            value.resource
              .get('LaunchTemplateData.Monitoring.Enabled')
              .orDefault(false)
              .must(isTrue)
              .and(Claim.when(when)),
          ),
        own,
      );
  },
});
