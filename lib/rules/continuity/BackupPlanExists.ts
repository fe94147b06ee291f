import { rulesOf } from '../../analysis/backups';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { type Context, defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

const PLAN = 'AWS::Backup::BackupPlan';
/** Stores that AWS Backup takes in. */
const STORES = [
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::EFS::FileSystem',
  'AWS::FSx::FileSystem',
  'AWS::S3::Bucket',
  'AWS::EC2::Volume',
  'AWS::Redshift::Cluster',
];

export const BackupPlanExists = defineDeploymentRule({
  id: 'BackupPlanExists',
  clauses: ['7.1(2)①'],
  title: {
    ja: '重要な情報資産のバックアップを、AWS Backupの計画により一元的に管理する',
    en: 'Backups of information that matters are run by a plan of AWS Backup',
  },
  why: {
    ja: 'サービスごとの自動バックアップは、そのリソースの削除とともに失われることがあり、取得状況を一括して確かめられない。',
    en: 'Automatic backups of each service can vanish with what they back up, and nobody sees at a glance whether all were taken.',
  },
  fix: {
    ja: 'AWS::Backup::BackupPlanとAWS::Backup::BackupSelectionを作成してください。基盤で取得している場合は、プロファイルのplatformProvidesにbackup-planを記載し、その計画を示してください。',
    en: 'Make an AWS::Backup::BackupPlan with an AWS::Backup::BackupSelection. Where the platform does so, list backup-plan in platformProvides of the profile and show its plan.',
  },
  cdk: {
    ja: 'aws-backupのBackupPlanを作成し、addSelectionで対象を指定する',
    en: 'a BackupPlan of aws-backup, with addSelection',
  },
  checkDeployment: (context) => {
    const { deployment, profile } = context;
    const store = deployment.ofType(...STORES).find((one) => matters(one, context));
    // Where nothing that matters is stored there is nothing to back up.
    if (store === undefined) return [];
    const exists = Claim.any(
      deployment.ofType(PLAN).map((plan) =>
        rulesOf(plan)
          .some(() => Claim.HOLDS)
          .and(Claim.when(plan.exists)),
      ),
    );
    const required = { ja: 'バックアップの計画', en: 'a backup plan' };
    return [
      { template: store.template, claim: platformDuty(profile, 'backup-plan', exists, PLAN, required) },
    ];
  },
});

function matters(store: Resource, { marks }: Context): boolean {
  return !marks.atLeast(store, 'integrity', 2).or(marks.atLeast(store, 'availability', 2)).holds.isNever;
}
