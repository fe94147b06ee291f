import { byAlternative } from '../../analysis/network/alternatives';
import { supportClaim, untold } from '../../analysis/support/claim';
import { imageLookup, imageName } from '../../analysis/support/machines';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Context } from '../define';
import { notWritten, supportRule } from './support-rules';

/** Where each resource names its image. */
const IMAGE: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'ImageId',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.ImageId',
  'AWS::AutoScaling::LaunchConfiguration': 'ImageId',
  'AWS::ImageBuilder::ImageRecipe': 'ParentImage',
  'AWS::SageMaker::NotebookInstance': 'PlatformIdentifier',
};

export const MachineImageSupported = supportRule({
  id: 'MachineImageSupported',
  resources: Object.keys(IMAGE),
  subject: { ja: 'サーバのOS', en: 'Operating systems of servers' },
  stake: {
    ja: 'OSの穴は、そのサーバで動く全ての業務に及ぶ。',
    en: 'A hole in the operating system is one in every task of the server.',
  },
  fix: {
    ja: 'ImageIdを、サポートの続くOSの公開パラメータへの動的参照（{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}等）としてください。AMIのIDやパラメータからはOSが分からないため、判定できません。',
    en: 'Set ImageId to a dynamic reference to the public parameter of an operating system that is supported (for example {{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}). The id of an image or a parameter does not tell the operating system.',
  },
  cdk: {
    ja: 'machineImageにMachineImage.resolveSsmParameterAtLaunch()等でAmazon Linux 2023の公開パラメータを指定する',
    en: 'the public parameter of Amazon Linux 2023 as machineImage, for example by MachineImage.resolveSsmParameterAtLaunch()',
  },
  check: (resource, context) => {
    const image = resource.get(IMAGE[resource.type] as string);
    return byAlternative(image, (value) => {
      if (value.kind === 'absent') return withoutImage(resource, image);
      const name = imageName(value);
      const found = name === undefined ? undefined : imageLookup(name);
      return found === undefined
        ? untold(image, value)
        : supportClaim(resource, image, found, context as Context);
    });
  },
});

/** An instance may take its image from a launch template, and a launch template may leave it to who uses it. */
function withoutImage(resource: Resource, image: Field): Claim {
  if (resource.type === 'AWS::EC2::LaunchTemplate') return Claim.HOLDS;
  if (resource.type !== 'AWS::EC2::Instance') return notWritten(image);
  return resource.get('LaunchTemplate').must(present).or(notWritten(image));
}
