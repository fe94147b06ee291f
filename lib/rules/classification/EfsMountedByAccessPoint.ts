import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import { equals, present } from '../../model/requirement';
import { defineRule } from '../define';

/** Where volumes are listed, and how their settings are spelled. */
const PLACES = {
  'AWS::ECS::TaskDefinition': { volumes: ['Volumes'], efs: 'EFSVolumeConfiguration', iam: 'IAM' },
  'AWS::Batch::JobDefinition': {
    volumes: ['ContainerProperties.Volumes', 'EcsProperties.TaskProperties[*].Volumes'],
    efs: 'EfsVolumeConfiguration',
    iam: 'Iam',
  },
} as const;

export const EfsMountedByAccessPoint = defineRule({
  id: 'EfsMountedByAccessPoint',
  clauses: ['7.1(1)②', '7.1(1)③', '7.2(1)①'],
  title: {
    ja: 'コンテナは、EFSをアクセスポイントを通し、IAMの認可によりマウントする',
    en: 'Containers mount EFS through an access point, authorized by IAM',
  },
  why: {
    ja: 'アクセスポイントを通さないマウントは、ファイルシステム全体を開き、どのタスクがどのファイルを扱うかを限れない。',
    en: 'A mount without an access point opens the whole file system, and nothing says which task may touch which files.',
  },
  fix: {
    ja: 'EFSVolumeConfiguration（BatchではEfsVolumeConfiguration）のAuthorizationConfigに、AccessPointIdとIAM: ENABLEDを指定してください。',
    en: 'Set AccessPointId and IAM: ENABLED in AuthorizationConfig of EFSVolumeConfiguration (of Batch: EfsVolumeConfiguration).',
  },
  cdk: {
    ja: 'efsVolumeConfiguration.authorizationConfigのaccessPointId及びiamを指定する',
    en: 'accessPointId and iam in efsVolumeConfiguration.authorizationConfig',
  },
  resources: Object.keys(PLACES),
  check: (task) => {
    const { volumes, efs, iam } = PLACES[task.type as keyof typeof PLACES];
    return Claim.all(
      volumes
        .flatMap((path) => fieldsAt(task, path))
        .map((volume) => {
          const mount = volume.get(efs);
          return Claim.all([
            mount.get('AuthorizationConfig.AccessPointId').must(present),
            mount.get(`AuthorizationConfig.${iam}`).must(equals('ENABLED')),
          ]).onlyIf(volume.present.and(mount.must(present)));
        }),
    );
  },
});
