import { Claim } from '../../model/claim';
import { physicalName } from '../../model/physical-name';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { identityOf, type Value } from '../../model/value';
import { defineRule } from '../define';
import { knownWith } from '../reliefs';

/** Where the options of the metadata service stand. */
const OPTIONS: Readonly<Record<string, string>> = {
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.MetadataOptions',
  'AWS::EC2::Instance': 'MetadataOptions',
  'AWS::AutoScaling::LaunchConfiguration': 'MetadataOptions',
  'AWS::ImageBuilder::InfrastructureConfiguration': 'InstanceMetadataOptions',
};
const NOTEBOOK = 'AWS::SageMaker::NotebookInstance';
const TEMPLATE = 'AWS::EC2::LaunchTemplate';

export const ImdsV2Required = defineRule({
  id: 'ImdsV2Required',
  clauses: ['7.2(5)'],
  title: {
    ja: 'EC2インスタンスのメタデータサービスは、IMDSv2を必須とする',
    en: 'EC2 instances require version 2 of the instance metadata service',
  },
  why: {
    ja: 'IMDSv1は、サーバに任意のURLを取得させる攻撃（SSRF）だけで、インスタンスのロールの認証情報を外から読み出せる。',
    en: "With IMDSv1 a flaw that makes the server fetch a URL (SSRF) is enough to read the credentials of the instance's role from outside.",
  },
  fix: {
    ja: '起動テンプレート（LaunchTemplateData）又はインスタンスのMetadataOptionsで、HttpTokensをrequiredにしてください。指定しない場合、認証情報をトークンなしで取得できることがあります。',
    en: 'Set HttpTokens to required in MetadataOptions of the launch template (LaunchTemplateData) or of the instance; without it, credentials may be had without a token.',
  },
  cdk: {
    ja: 'Instance、LaunchTemplate又はAutoScalingGroupのrequireImdsv2をtrueとする',
    en: 'requireImdsv2: true of Instance, LaunchTemplate or AutoScalingGroup',
  },
  relievedBy: [knownWith('AWS::EC2::LaunchTemplate')],
  resources: [...Object.keys(OPTIONS), NOTEBOOK],
  check: (resource) => {
    if (resource.type === NOTEBOOK) {
      return resource
        .get('InstanceMetadataServiceConfiguration.MinimumInstanceMetadataServiceVersion')
        .orDefault('1')
        .must(equals('2'));
    }
    const own = optionsRequireTokens(resource);
    return resource.type === 'AWS::EC2::Instance' ? own.or(byLaunchTemplate(resource)) : own;
  },
});

function optionsRequireTokens(resource: Resource): Claim {
  const options = resource.get(OPTIONS[resource.type] as string);
  // Images and accounts can have another default than this, which templates do not show.
  const tokens = options.get('HttpTokens').orDefault('optional').must(equals('required'));
  return tokens.or(withoutEvidence(options.get('HttpEndpoint').must(equals('disabled'))));
}

/** An instance takes over what it does not say itself. */
function byLaunchTemplate(instance: Resource): Claim {
  const specification = instance.get('LaunchTemplate');
  if (specification.isAbsent || !instance.get('MetadataOptions.HttpTokens').isAbsent) return Claim.BREAKS;
  const names = ['LaunchTemplateId', 'LaunchTemplateName'].flatMap(
    (key) => specification.get(key).alternatives,
  );
  return Claim.any(
    names.map(({ when, value }) => {
      if (value.kind === 'absent') return Claim.BREAKS;
      const template = value.kind === 'reference' ? value.resource : templateNamed(value, instance);
      const claim =
        template?.type === TEMPLATE
          ? withoutEvidence(optionsRequireTokens(template))
          : specification.states(
              'undetermined',
              { ja: '内容の分からない起動テンプレート', en: 'a launch template that is not here' },
              { ja: 'HttpTokensがrequiredであること', en: 'one with HttpTokens required' },
            );
      return claim.and(Claim.when(when));
    }),
  );
}

function templateNamed(name: Value, { deployment }: Resource): Resource | undefined {
  const identity = identityOf(name);
  if (identity === undefined) return undefined;
  return deployment.ofType(TEMPLATE).find((template) => physicalName(template) === identity);
}

function withoutEvidence({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}
