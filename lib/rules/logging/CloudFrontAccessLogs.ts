import { hasVendedLogs } from '../../analysis/vended-logs';
import { present } from '../../model/requirement';
import { defineRule } from '../define';

export const CloudFrontAccessLogs = defineRule({
  id: 'CloudFrontAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'CloudFrontディストリビューションは、アクセスログを取得する',
    en: 'CloudFront distributions keep an access log',
  },
  fix: {
    ja: 'DistributionConfig.Logging.Bucketに保管先を指定するか、AWS::Logs::DeliverySource（LogType: ACCESS_LOGS）で配信してください（CDKではenableLogging: trueとlogBucket）。',
    en: 'Set DistributionConfig.Logging.Bucket, or deliver logs by AWS::Logs::DeliverySource with LogType ACCESS_LOGS (in CDK: enableLogging: true with a logBucket).',
  },
  resources: ['AWS::CloudFront::Distribution'],
  check: (distribution) =>
    distribution
      .get('DistributionConfig.Logging.Bucket')
      .must(present)
      .or(hasVendedLogs(distribution, /^ACCESS_LOGS$/)),
});
