import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';

export const BuildNotPrivileged = defineRule({
  id: 'BuildNotPrivileged',
  clauses: ['7.5(1)②', '7.4(1)⑧'],
  // Building container images with Docker needs it.
  duty: 'should',
  title: {
    ja: 'CodeBuildのプロジェクトは、必要のない限り特権モードで動かさない',
    en: 'Projects of CodeBuild are not privileged unless they must be',
  },
  why: {
    ja: '取り込んだ部品に不正な処理が混じっていれば、ビルドの環境を支配される。',
    en: 'A component with malicious code in it takes over the machine on which it is built.',
  },
  fix: {
    ja: 'コンテナイメージを作らないプロジェクトでは、EnvironmentのPrivilegedModeをtrueにしないでください。',
    en: 'Do not set PrivilegedMode in Environment to true for a project that builds no container images.',
  },
  cdk: { ja: 'environmentのprivilegedをtrueにしない', en: 'no privileged: true in environment' },
  resources: ['AWS::CodeBuild::Project'],
  check: (project) => project.get('Environment.PrivilegedMode').orDefault(false).must(isFalse),
});
