import { matching } from '../../model/requirement';
import { accountRule, someOf } from '../monitoring/account-duties';

const patchDocument = matching(
  /^(arn:.*document\/)?AWS-(RunPatchBaseline|PatchAsgInstance|PatchInstanceWithRollback)/,
  {
    ja: 'AWS-RunPatchBaseline等',
    en: 'AWS-RunPatchBaseline or the like',
  },
);
const patchPolicy = matching(/PatchPolicy/, { ja: 'パッチポリシー', en: 'a patch policy' });

export const ServersArePatched = accountRule({
  id: 'ServersArePatched',
  clauses: ['7.6(1)①', '7.4(1)⑧'],
  title: {
    ja: 'サーバには、定期的にパッチを適用する（Systems Manager Patch Manager）',
    en: 'Servers are patched regularly (Patch Manager of Systems Manager)',
  },
  why: {
    ja: '公表されたセキュリティホールを塞がないサーバは、自動化された攻撃に見付かる。',
    en: 'Automated attacks find servers whose published holes nobody closes.',
  },
  create: {
    ja: 'AWS-RunPatchBaselineを、NameとするAWS::SSM::Association又はTaskArnとするAWS::SSM::MaintenanceWindowTaskで、定期的に実行してください。',
    en: 'Run AWS-RunPatchBaseline regularly, by an AWS::SSM::Association of that Name or an AWS::SSM::MaintenanceWindowTask with that TaskArn.',
  },
  cdk: {
    ja: 'CfnAssociation又はCfnMaintenanceWindowTaskを作成する',
    en: 'a CfnAssociation or a CfnMaintenanceWindowTask',
  },
  duty: 'patching',
  type: 'AWS::SSM::Association',
  required: { ja: 'パッチの定期的な適用', en: 'patches that are applied regularly' },
  where: [
    'AWS::EC2::Instance',
    'AWS::EC2::LaunchTemplate',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::AutoScaling::LaunchConfiguration',
  ],
  exists: (deployment) =>
    someOf(deployment, ['AWS::SSM::Association'], (association) =>
      association.get('Name').must(patchDocument),
    )
      .or(
        someOf(deployment, ['AWS::SSM::MaintenanceWindowTask'], (task) =>
          task.get('TaskArn').must(patchDocument),
        ),
      )
      .or(
        someOf(deployment, ['AWS::SSMQuickSetup::ConfigurationManager'], (manager) =>
          manager
            .get('ConfigurationDefinitions')
            .items()
            .some((item) => item.get('Type').must(patchPolicy)),
        ),
      )
      // Servers may be replaced by newer images instead.
      .or(someOf(deployment, ['AWS::ImageBuilder::ImagePipeline'])),
});
