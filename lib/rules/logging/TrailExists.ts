import { anyTrailLogs } from '../../analysis/trails';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

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
    const claim = platformDuty(profile, 'trail', exists, 'AWS::CloudTrail::Trail', required);
    return [{ template, claim }];
  },
});
