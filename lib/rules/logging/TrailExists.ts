import { anyTrailLogs } from '../../analysis/trails';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

export const TrailExists = defineDeploymentRule({
  id: 'TrailExists',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'クラウドの操作の記録（CloudTrail）を取得する',
    en: 'Operations in the cloud are recorded (CloudTrail)',
  },
  why: {
    ja: 'クラウドでは、サーバの停止も権限の変更も全てAPIの操作で行われる。その記録がなければ、事故の原因も責任の所在も示せない。',
    en: 'In the cloud everything, from stopping a server to changing rights, is done by API calls. Without a record of them neither the cause of an incident nor who answers for it can be shown.',
  },
  fix: {
    ja: 'AWS::CloudTrail::Trailを作成してください。組織の証跡等、アプリの外で取得している場合は、その設定を示す資料を用意し、プロファイルのplatformProvidesにtrailを記載してください。',
    en: 'Create an AWS::CloudTrail::Trail. Where it is recorded outside of the app, as by a trail of the organization, have its settings at hand as evidence, and list trail in platformProvides of the profile.',
  },
  cdk: {
    ja: 'LogArchiveのbucketを保管先とするTrailを作る',
    en: 'a Trail whose bucket is that of a LogArchive',
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
