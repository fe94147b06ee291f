import { byAlternative } from '../../analysis/network/alternatives';
import { supportClaim, untold } from '../../analysis/support/claim';
import { buildImageLookup } from '../../analysis/support/machines';
import { containerImage, notWritten, supportRule } from './support-rules';

export const CodeBuildImageSupported = supportRule({
  id: 'CodeBuildImageSupported',
  resources: ['AWS::CodeBuild::Project'],
  subject: { ja: 'CodeBuildのイメージ', en: 'Images of CodeBuild' },
  stake: {
    ja: 'ビルドのイメージは、運用環境へ配備するプログラムを作り、その権限を持つ。',
    en: 'A build image makes what is deployed to production, with the rights to do so.',
  },
  fix: {
    ja: 'EnvironmentのImageに、サポートの続くOSによるイメージ（aws/codebuild/standard:8.0等）を指定してください。',
    en: 'Set Image in Environment to one whose operating system is supported (for example aws/codebuild/standard:8.0).',
  },
  cdk: {
    ja: 'ProjectのbuildImageをLinuxBuildImage.STANDARD_8_0等とする',
    en: 'buildImage: LinuxBuildImage.STANDARD_8_0 or the like of Project',
  },
  check: (project, context) => {
    const image = project.get('Environment.Image');
    return byAlternative(image, (value) => {
      if (value.kind === 'absent') return notWritten(image);
      const name = value.kind === 'known' ? String(value.value) : undefined;
      if (name !== undefined && !name.startsWith('aws/codebuild/')) return containerImage(image);
      const found = name === undefined ? undefined : buildImageLookup(name);
      return found === undefined ? untold(image, value) : supportClaim(project, image, found, context);
    });
  },
});
