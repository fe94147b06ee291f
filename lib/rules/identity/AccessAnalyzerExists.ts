import { Claim } from '../../model/claim';
import { oneOf } from '../../model/requirement';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

export const AccessAnalyzerExists = defineDeploymentRule({
  id: 'AccessAnalyzerExists',
  clauses: ['7.2(1)②(ウ)'],
  title: {
    ja: '利用されていないID及び権限を、IAM Access Analyzerにより点検する',
    en: 'IAM Access Analyzer looks for ids and rights that nobody uses',
  },
  why: {
    ja: '退職した職員や終わった委託のIDは、点検しなければ残り続け、気付かれずに使われる。',
    en: 'Ids of people who left and of contracts that ended stay until somebody looks for them, and nobody notices who uses them.',
  },
  fix: {
    ja: 'AWS::AccessAnalyzer::AnalyzerをTypeをACCOUNT_UNUSED_ACCESS（組織ではORGANIZATION_UNUSED_ACCESS）として作成してください。アプリの外で点検している場合は、その結果を示してください（プロファイルのplatformProvidesにaccess-analyzer）。',
    en: 'Make an AWS::AccessAnalyzer::Analyzer of the Type ACCOUNT_UNUSED_ACCESS (of an organization: ORGANIZATION_UNUSED_ACCESS). Where this is done outside of the app, show its results (access-analyzer in platformProvides of the profile).',
  },
  cdk: { ja: 'CfnAnalyzerを作成する', en: 'a CfnAnalyzer' },
  checkDeployment: ({ deployment, profile }) => {
    const template = deployment.templates.find(({ resources }) => resources.size > 0);
    if (template === undefined) return [];
    const exists = Claim.any(
      deployment
        .ofType('AWS::AccessAnalyzer::Analyzer')
        .map((analyzer) =>
          analyzer
            .get('Type')
            .must(oneOf('ACCOUNT_UNUSED_ACCESS', 'ORGANIZATION_UNUSED_ACCESS'))
            .and(Claim.when(analyzer.exists)),
        ),
    );
    const required = {
      ja: '利用されていないアクセスの分析',
      en: 'an analyzer of unused access',
    };
    return [
      {
        template,
        claim: platformDuty(profile, 'access-analyzer', exists, 'AWS::AccessAnalyzer::Analyzer', required),
      },
    ];
  },
});
