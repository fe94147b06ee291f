import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const WebAclIsMeasured = defineRule({
  id: 'WebAclIsMeasured',
  clauses: ['8.1①', '8.1③'],
  // That systems are watched is a must; by which of several means is left open.
  duty: 'should',
  title: {
    ja: 'ウェブACLは、メトリクス及び要求の標本を残す',
    en: 'Web ACLs keep metrics and samples of requests',
  },
  why: {
    ja: 'これらがなければ、攻撃の増減が見えず、誤って遮断された住民の要求も調べられない。',
    en: 'Without them, nobody sees attacks rise and fall, or can look into requests of residents that were stopped by mistake.',
  },
  fix: {
    ja: 'VisibilityConfigのCloudWatchMetricsEnabled及びSampledRequestsEnabledをtrueにしてください。',
    en: 'Set CloudWatchMetricsEnabled and SampledRequestsEnabled in VisibilityConfig to true.',
  },
  cdk: { ja: 'CfnWebACLのvisibilityConfigを指定する', en: 'visibilityConfig of CfnWebACL' },
  resources: ['AWS::WAFv2::WebACL'],
  check: (acl) =>
    acl
      .get('VisibilityConfig.CloudWatchMetricsEnabled')
      .must(isTrue)
      .and(acl.get('VisibilityConfig.SampledRequestsEnabled').must(isTrue)),
});
