import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';

export const CodeBuildVerifiesTls = defineRule({
  id: 'CodeBuildVerifiesTls',
  clauses: ['7.1(13)②', '7.1(16)②', '5.3④'],
  title: {
    ja: 'CodeBuildは、ソースの取得元の証明書を検証する',
    en: 'CodeBuild verifies the certificate of its source',
  },
  why: {
    ja: '検証を省くと、取得元を騙るサーバから改ざんされたプログラムが組み込まれる。',
    en: 'Without verification a server that poses as the source can slip changed programs in.',
  },
  fix: {
    ja: 'Source及びSecondarySourcesのInsecureSslを削除するか、falseとしてください。',
    en: 'Remove InsecureSsl from Source and SecondarySources, or set it to false.',
  },
  cdk: {
    ja: 'Source.gitHubEnterprise()のignoreSslErrorsをtrueにしない',
    en: 'do not set ignoreSslErrors of Source.gitHubEnterprise()',
  },
  resources: ['AWS::CodeBuild::Project'],
  check: (project) =>
    verified(project.get('Source')).and(project.get('SecondarySources').items().every(verified)),
});

function verified(source: Field): Claim {
  return source.get('InsecureSsl').orDefault(false).must(isFalse);
}
