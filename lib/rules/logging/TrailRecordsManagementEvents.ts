import { byThisOrAnother, recordsManagementEvents } from '../../analysis/trails';
import { defineRule } from '../define';

export const TrailRecordsManagementEvents = defineRule({
  id: 'TrailRecordsManagementEvents',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudTrailの証跡は、読取り及び書込みの管理イベントを全て記録する',
    en: 'CloudTrail records all management events, read and write',
  },
  fix: {
    ja: 'EventSelectorsのIncludeManagementEventsをtrue、ReadWriteTypeをAllにするか、AdvancedEventSelectorsにeventCategoryがManagementである項目を加えてください（CDKではmanagementEvents: ReadWriteType.ALL）。',
    en: 'In EventSelectors set IncludeManagementEvents to true and ReadWriteType to All, or add a selector with eventCategory Management to AdvancedEventSelectors (in CDK: managementEvents: ReadWriteType.ALL).',
  },
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => byThisOrAnother(trail, recordsManagementEvents),
});
