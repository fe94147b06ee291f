import { anyTrailLogs } from '../../analysis/trails';
import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';

export const TrailExists = defineDeploymentRule({
  id: 'TrailExists',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'クラウドの操作の記録（CloudTrail）を取得する',
    en: 'The operations in the cloud are recorded (CloudTrail)',
  },
  fix: {
    ja: 'AWS::CloudTrail::Trailを作成してください。組織の証跡等、アプリの外で取得している場合は、その証跡を示してください（プロファイルのplatformProvidesにtrail）。',
    en: 'Create an AWS::CloudTrail::Trail. Where it is recorded outside of the app, as by a trail of the organization, show so (trail in platformProvides of the profile).',
  },
  checkDeployment: ({ deployment, profile }) => {
    const template = deployment.templates.find(({ resources }) => resources.size > 0);
    // Where nothing is made there is nothing to be recorded.
    if (template === undefined) return [];
    const required = { ja: '記録中の証跡', en: 'a trail that is logging' };
    const exists = anyTrailLogs(deployment.ofType('AWS::CloudTrail::Trail'));
    const claim = profile.platformProvides.includes('trail')
      ? exists.or(
          Claim.of('needed', {
            path: 'AWS::CloudTrail::Trail',
            actual: {
              ja: 'この検査の対象にはない（基盤が提供するもの）',
              en: 'not among what is checked (the platform provides it)',
            },
            required,
          }),
        )
      : exists.explained(
          'AWS::CloudTrail::Trail',
          { ja: 'なし、又は条件付き', en: 'none, or under a condition' },
          required,
        );
    return [{ template, claim }];
  },
});
