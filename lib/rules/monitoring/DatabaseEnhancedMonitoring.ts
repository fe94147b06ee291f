import { Claim } from '../../model/claim';
import { atLeast } from '../../model/requirement';
import { defineRule } from '../define';

export const DatabaseEnhancedMonitoring = defineRule({
  id: 'DatabaseEnhancedMonitoring',
  clauses: ['8.1④'],
  // The clause asks to endeavour (努め).
  duty: 'should',
  title: {
    ja: 'データベースの負荷及び容量を、拡張モニタリングで監視する',
    en: 'Load and capacity of databases are watched by enhanced monitoring',
  },
  why: {
    ja: '申請の集中する時期にリソースが足りなくなることを、予測できない。',
    en: 'Nobody foresees that capacity runs out in the weeks in which everybody applies.',
  },
  fix: {
    ja: 'MonitoringIntervalを1以上（60秒等）とし、MonitoringRoleArnを指定してください。指定しない場合は0（監視しない）です。',
    en: 'Set MonitoringInterval to 1 or more, such as 60 seconds, with a MonitoringRoleArn. Without it, it is 0: no monitoring.',
  },
  cdk: { ja: 'monitoringIntervalを指定する', en: 'monitoringInterval' },
  resources: ['AWS::RDS::DBInstance'],
  check: (database) => {
    const own = database.get('MonitoringInterval').orDefault(0).must(atLeast(1));
    const clusters = database
      .get('DBClusterIdentifier')
      .references()
      .filter(({ value }) => value.resource.type === 'AWS::RDS::DBCluster');
    // A cluster may set it for its instances.
    return clusters.reduce(
      (so, { value, when }) =>
        so.or(value.resource.get('MonitoringInterval').orDefault(0).must(atLeast(1)).and(Claim.when(when))),
      own,
    );
  },
});
