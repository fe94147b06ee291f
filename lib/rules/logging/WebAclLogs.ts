import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const WebAclLogs = defineRule({
  id: 'WebAclLogs',
  clauses: ['7.1(6)①', '4(3)①'],
  title: {
    ja: 'AWS WAFのウェブACLは、ログを取得する',
    en: 'Web ACLs of AWS WAF keep a log',
  },
  why: {
    ja: 'ウェブACLが止めた要求の詳細はログにしか残らない。なければ、攻撃の兆候にも、住民の正当な申請を誤って拒んでいることにも気付けない。',
    en: 'The details of what a web ACL turned away are in its log alone. Without it, neither signs of an attack nor wrongly refused residents are noticed.',
  },
  fix: {
    ja: 'ウェブACLをResourceArnとするAWS::WAFv2::LoggingConfigurationを作成してください。',
    en: 'Create an AWS::WAFv2::LoggingConfiguration whose ResourceArn is the web ACL.',
  },
  cdk: {
    ja: 'CfnLoggingConfigurationのresourceArn及びlogDestinationConfigsを指定する',
    en: 'resourceArn and logDestinationConfigs of CfnLoggingConfiguration',
  },
  relievedBy: [settingApart('AWS::WAFv2::LoggingConfiguration')],
  resources: ['AWS::WAFv2::WebACL'],
  check: (acl, { deployment }) => {
    const type = 'AWS::WAFv2::LoggingConfiguration';
    const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
    const certain = deployment.referrers(acl, type, 'ResourceArn').reduce(or, NEVER);
    const maybe = deployment.openReferrers(type, 'ResourceArn').reduce(or, certain);
    return new Claim(certain, maybe.not()).explained(
      type,
      certain.isNever
        ? { ja: 'このウェブACLのログ設定なし', en: 'none for this web ACL' }
        : { ja: '条件付き', en: 'only under a condition' },
      { ja: 'このウェブACLのログ設定', en: 'one for this web ACL' },
      acl.at,
    );
  },
});
