import { ALARM_TYPES } from '../../analysis/alarms';
import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

/** What can fail or be attacked while nobody looks. */
const RUNNING = [
  'AWS::EC2::Instance',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::Lambda::Function',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::CloudFront::Distribution',
];

export const AlarmsExist = defineDeploymentRule({
  id: 'AlarmsExist',
  clauses: ['8.1①', '8.1③'],
  title: {
    ja: '情報システムは、アラームによって常時監視する',
    en: 'Systems are watched at all times by alarms',
  },
  why: {
    ja: '監視がなければ、障害や攻撃を住民からの連絡で知ることになる。',
    en: 'Without monitoring the city learns of failures and attacks from its residents.',
  },
  fix: {
    ja: 'AWS::CloudWatch::Alarmを作成してください。基盤が監視している場合は、その監視を示してください（プロファイルのplatformProvidesにmonitoring）。',
    en: 'Create an AWS::CloudWatch::Alarm. Where the platform watches, show so (monitoring in platformProvides of the profile).',
  },
  cdk: { ja: 'metricのcreateAlarmを呼ぶ', en: 'createAlarm of a metric' },
  checkDeployment: ({ deployment, profile }) => {
    const [running] = deployment.ofType(...RUNNING);
    if (running === undefined) return [];
    const exists = Claim.any(deployment.ofType(...ALARM_TYPES).map((alarm) => Claim.when(alarm.exists)));
    const claim = platformDuty(profile, 'monitoring', exists, 'AWS::CloudWatch::Alarm', {
      ja: '一つ以上のアラーム',
      en: 'one alarm or more',
    });
    return [{ template: running.template, claim }];
  },
});
