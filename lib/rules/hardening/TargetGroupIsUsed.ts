import { isUsed } from '../../analysis/uses';
import { defineRule } from '../define';
import { settingApart, USED_BY_ANY } from '../reliefs';

const LISTENS = /^AWS::ElasticLoadBalancingV2::Listener/;

export const TargetGroupIsUsed = defineRule({
  id: 'TargetGroupIsUsed',
  clauses: ['7.5(1)②'],
  title: {
    ja: 'リスナーのないターゲットグループを残さない',
    en: 'No target group is left over that no listener sends anything to',
  },
  why: {
    ja: '使われないターゲットグループは、停止したはずのサービスがまだ動いているしるしである。',
    en: 'A target group without a listener is what remains of a service that was meant to be switched off, and whose servers may still run.',
  },
  fix: {
    ja: 'リスナー又はその規則から参照されないAWS::ElasticLoadBalancingV2::TargetGroupを、その先のサービスとともに削除してください。',
    en: 'Remove the AWS::ElasticLoadBalancingV2::TargetGroup that no listener or rule names, with the service behind it.',
  },
  cdk: {
    ja: 'リスナーに加えないTargetGroupを削除する',
    en: 'drop the TargetGroup that is not added to a listener',
  },
  // It receives nothing: what is unneeded is for the owner to say.
  duty: 'should',
  relievedBy: [
    settingApart('AWS::ElasticLoadBalancingV2::Listener', 'AWS::ElasticLoadBalancingV2::ListenerRule'),
    USED_BY_ANY,
  ],
  resources: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  // Deployments by CodeDeploy move a listener between two groups, which both have their service.
  check: (group) =>
    isUsed(group, ({ type }) => !LISTENS.test(type) && !type.startsWith('AWS::CodeDeploy::')).explained(
      '',
      { ja: 'リスナーのないターゲットグループ', en: 'a target group without a listener' },
      { ja: '使用中のものだけ', en: 'in use' },
      group.at,
    ),
});
