import { isInBackupPlan } from '../../analysis/backups';
import { isSnapshotByPolicy } from '../../analysis/snapshot-policies';
import { lacking } from '../../model/claim';
import { defineRule } from '../define';
import { BACKED_UP } from '../reliefs';

export const ServerIsBackedUp = defineRule({
  id: 'ServerIsBackedUp',
  clauses: ['7.1(2)①'],
  title: {
    ja: '重要な情報を扱うEC2インスタンスは、定期的にバックアップを取得する',
    en: 'EC2 instances that handle information that matters are backed up regularly',
  },
  why: {
    ja: '単独のサーバのディスクにある情報と設定は、そのサーバとともに失われる。',
    en: 'What lies on the disks of a server of its own, settings included, is lost with the server.',
  },
  fix: {
    ja: 'インスタンスを、AWS::Backup::BackupSelectionのResources若しくはListOfTags、又はResourceTypesをINSTANCEとするAWS::DLM::LifecyclePolicyのTargetTagsで指定してください。',
    en: 'Select the instance by Resources or ListOfTags of an AWS::Backup::BackupSelection, or by TargetTags of an AWS::DLM::LifecyclePolicy whose ResourceTypes is INSTANCE.',
  },
  cdk: {
    ja: 'BackupPlan.addSelectionにBackupResource.fromEc2Instanceを渡す',
    en: 'BackupPlan.addSelection with BackupResource.fromEc2Instance',
  },
  // The clause asks it of databases and file servers, as needed: a server may hold no data of its own.
  duty: 'should',
  relievedBy: [BACKED_UP],
  resources: ['AWS::EC2::Instance'],
  appliesTo: { orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (server, { profile }) =>
    isInBackupPlan(server, profile.minimumBackupRetentionDays)
      .or(isSnapshotByPolicy(server))
      .explained(
        '',
        lacking({ ja: 'バックアップの計画に含まれない', en: 'in no backup plan' }),
        { ja: 'AWS Backup又はDLMによる定期的なバックアップ', en: 'regular backups by AWS Backup or DLM' },
        server.at,
      ),
});
