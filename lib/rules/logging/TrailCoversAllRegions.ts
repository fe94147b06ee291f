import { byThisOrAnother, coversAllRegions } from '../../analysis/trails';
import { defineRule } from '../define';

export const TrailCoversAllRegions = defineRule({
  id: 'TrailCoversAllRegions',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudTrailの証跡は、全てのリージョン及びグローバルサービスの操作を記録する',
    en: 'CloudTrail records the operations of all regions and of global services',
  },
  fix: {
    ja: 'IsLogging、IsMultiRegionTrail及びIncludeGlobalServiceEventsをtrueにしてください（CDKではisMultiRegionTrail: true）。',
    en: 'Set IsLogging, IsMultiRegionTrail and IncludeGlobalServiceEvents to true (in CDK: isMultiRegionTrail: true).',
  },
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => byThisOrAnother(trail, coversAllRegions),
});
