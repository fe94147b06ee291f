import { byThisOrAnother, coversAllRegions } from '../../analysis/trails';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const TrailCoversAllRegions = defineRule({
  id: 'TrailCoversAllRegions',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudTrailの証跡は、全てのリージョン及びグローバルサービスの操作を記録する',
    en: 'CloudTrail records the operations of all regions and of global services',
  },
  why: {
    ja: '攻撃者は、ふだん使わないリージョンにリソースを作ることで発見を免れようとする。IAM等のグローバルサービスの記録がなければ、権限の追加も見えない。',
    en: 'Attackers work in regions that nobody looks at. And without the records of global services such as IAM the new rights that they gave themselves are not seen.',
  },
  fix: {
    ja: 'IsLogging、IsMultiRegionTrail及びIncludeGlobalServiceEventsをtrueにしてください。',
    en: 'Set IsLogging, IsMultiRegionTrail and IncludeGlobalServiceEvents to true.',
  },
  cdk: {
    ja: 'TrailのisMultiRegionTrail及びincludeGlobalServiceEventsをfalseにしない',
    en: 'do not set isMultiRegionTrail or includeGlobalServiceEvents of Trail to false',
  },
  relievedBy: [fulfilledBy('AWS::CloudTrail::Trail')],
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => byThisOrAnother(trail, coversAllRegions),
});
