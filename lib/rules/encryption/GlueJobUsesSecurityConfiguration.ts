import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import { defineRule } from '../define';

/** Where each type names its security configuration. */
const CONFIGURATION: Readonly<Record<string, string>> = {
  'AWS::Glue::Job': 'SecurityConfiguration',
  'AWS::Glue::Crawler': 'CrawlerSecurityConfiguration',
  'AWS::Glue::DevEndpoint': 'SecurityConfiguration',
};

export const GlueJobUsesSecurityConfiguration = defineRule({
  id: 'GlueJobUsesSecurityConfiguration',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)', '9.2(7)③'],
  title: {
    ja: 'Glueのジョブ及びクローラーは、セキュリティ設定により暗号化する',
    en: 'Jobs and crawlers of Glue encrypt by a security configuration',
  },
  why: {
    ja: 'セキュリティ設定のないジョブは、抽出した住民情報の出力、ログ及びブックマークを市の鍵で暗号化しない。',
    en: 'A job without one writes its output, logs and bookmarks, with the residents in them, without a key of the city.',
  },
  fix: {
    ja: 'SecurityConfiguration（クローラーではCrawlerSecurityConfiguration）に、顧客管理のKMSキーを指定したAWS::Glue::SecurityConfigurationを指定してください。',
    en: 'Set SecurityConfiguration (of a crawler: CrawlerSecurityConfiguration) to an AWS::Glue::SecurityConfiguration with customer managed keys.',
  },
  cdk: {
    ja: 'CfnJob、CfnCrawlerのsecurityConfigurationにCfnSecurityConfigurationのrefを渡す',
    en: 'pass the ref of a CfnSecurityConfiguration as securityConfiguration of CfnJob, or crawlerSecurityConfiguration of CfnCrawler',
  },
  resources: Object.keys(CONFIGURATION),
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (resource) => {
    const field = resource.get(CONFIGURATION[resource.type] as string);
    const declared = Claim.any(
      targetsOf(field, resource.deployment, 'AWS::Glue::SecurityConfiguration').map(({ when }) =>
        Claim.when(when),
      ),
    );
    const elsewhere = field.states(
      'needed',
      {
        ja: 'テンプレート外のセキュリティ設定',
        en: 'a security configuration outside of the templates',
      },
      { ja: '顧客管理の暗号鍵を定めるもの', en: 'one with customer managed keys' },
    );
    return field.must(present).and(declared.or(elsewhere).onlyIf(field.must(present)));
  },
});
