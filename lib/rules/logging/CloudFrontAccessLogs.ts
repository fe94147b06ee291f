import { hasVendedLogs } from '../../analysis/vended-logs';
import { present } from '../../model/requirement';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const CloudFrontAccessLogs = defineRule({
  id: 'CloudFrontAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudFrontディストリビューションは、アクセスログを取得する',
    en: 'CloudFront distributions keep an access log',
  },
  why: {
    ja: 'キャッシュから返した要求はオリジンに届かない。CloudFrontのログがなければ、市のウェブサイトへの攻撃の多くが記録に残らない。',
    en: "Requests that are answered from the cache never reach the origin. Without logs of CloudFront much of an attack on the city's site is recorded nowhere.",
  },
  fix: {
    ja: 'DistributionConfig.Logging.Bucketに保管先を指定するか、AWS::Logs::DeliverySource（LogType: ACCESS_LOGS）で配信してください。',
    en: 'Set DistributionConfig.Logging.Bucket, or deliver logs by AWS::Logs::DeliverySource with LogType ACCESS_LOGS.',
  },
  cdk: {
    ja: 'DistributionのenableLoggingをtrueとし、logBucketを指定する',
    en: 'enableLogging: true with a logBucket of Distribution',
  },
  relievedBy: [settingApart('AWS::Logs::DeliverySource')],
  resources: ['AWS::CloudFront::Distribution'],
  check: (distribution) =>
    distribution
      .get('DistributionConfig.Logging.Bucket')
      .must(present)
      .or(hasVendedLogs(distribution, /^ACCESS_LOGS$/)),
});
