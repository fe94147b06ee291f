import { byThisOrAnother, recordsManagementEvents } from '../../analysis/trails';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

export const TrailRecordsManagementEvents = defineRule({
  id: 'TrailRecordsManagementEvents',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudTrailの証跡は、読取り及び書込みの管理イベントを全て記録する',
    en: 'CloudTrail records all management events, read and write',
  },
  why: {
    ja: '書込みだけを記録すると、設定やシークレットの一覧を調べ回る侵入の下見が残らない。管理イベントを除けば、権限の変更すら残らない。',
    en: 'A trail of writes alone misses the intruder who looks around for settings and secrets; one without management events misses even changes of rights.',
  },
  fix: {
    ja: 'EventSelectorsのIncludeManagementEventsをtrue、ReadWriteTypeをAllにするか、AdvancedEventSelectorsにeventCategoryがManagementである項目を加えてください。',
    en: 'In EventSelectors set IncludeManagementEvents to true and ReadWriteType to All, or add a selector with eventCategory Management to AdvancedEventSelectors.',
  },
  cdk: {
    ja: 'TrailのmanagementEventsをReadWriteType.ALLとする',
    en: 'managementEvents: ReadWriteType.ALL of Trail',
  },
  relievedBy: [fulfilledBy('AWS::CloudTrail::Trail')],
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => byThisOrAnother(trail, recordsManagementEvents),
});
