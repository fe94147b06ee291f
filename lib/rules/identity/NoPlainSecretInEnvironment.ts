import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { accessKey, notPlain, PASSWORD_IN_ADDRESS, saysSecret } from './secret-values';

interface Places {
  /** Maps of names to values. */
  readonly maps?: readonly string[];
  /** Lists of names and values. */
  readonly lists?: readonly string[];
  /** What the name is called in such a list. @default Name */
  readonly nameKey?: string;
}

const VARIABLES: Readonly<Record<string, Places>> = {
  'AWS::Lambda::Function': { maps: ['Environment.Variables'] },
  'AWS::SageMaker::Model': { maps: ['PrimaryContainer.Environment', 'Containers[*].Environment'] },
  'AWS::Glue::Job': { maps: ['DefaultArguments', 'NonOverridableArguments'] },
  'AWS::Synthetics::Canary': { maps: ['RunConfig.EnvironmentVariables'] },
  'AWS::ECS::TaskDefinition': { lists: ['ContainerDefinitions[*].Environment'] },
  'AWS::CodeBuild::Project': { lists: ['Environment.EnvironmentVariables'] },
  'AWS::Batch::JobDefinition': {
    lists: [
      'ContainerProperties.Environment',
      'EcsProperties.TaskProperties[*].Containers[*].Environment',
      'NodeProperties.NodeRangeProperties[*].Container.Environment',
    ],
  },
  'AWS::AppRunner::Service': {
    lists: [
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
    ],
  },
  'AWS::Amplify::App': { lists: ['EnvironmentVariables'] },
  'AWS::Amplify::Branch': { lists: ['EnvironmentVariables'] },
  'AWS::ElasticBeanstalk::Environment': { lists: ['OptionSettings'], nameKey: 'OptionName' },
  'AWS::ElasticBeanstalk::ConfigurationTemplate': { lists: ['OptionSettings'], nameKey: 'OptionName' },
  'AWS::Lightsail::Container': {
    lists: ['ContainerServiceDeployment.Containers[*].Environment'],
    nameKey: 'Variable',
  },
};

export const NoPlainSecretInEnvironment = defineRule({
  id: 'NoPlainSecretInEnvironment',
  clauses: ['7.2(5)'],
  title: {
    ja: '環境変数に、パスワード等の認証情報を平文で設定しない',
    en: 'Environment variables hold no credentials in plain text',
  },
  why: {
    ja: '環境変数は、コンソールで設定を閲覧できる者の全てに見え、配備の履歴やエラーの記録にも残るため、データベースのパスワードが業務に関係のない者に渡る。',
    en: 'Environment variables are shown to all who may look at the configuration, and stay in deployment histories and error dumps: the database password reaches people who have no business with it.',
  },
  fix: {
    ja: '環境変数にはシークレットの名前又はARNだけを設定し、値は実行時にSecrets Managerから取得してください。ECSではContainerDefinitionsのSecrets、CodeBuildではTypeをSECRETS_MANAGERとします。',
    en: 'Put only the name or ARN of a secret into the environment and fetch its value from Secrets Manager at run time; in ECS use Secrets of ContainerDefinitions, in CodeBuild Type SECRETS_MANAGER.',
  },
  cdk: {
    ja: 'ecs.Secret.fromSecretsManager()等を用い、Functionのenvironmentにはsecret.secretArnだけを渡す',
    en: 'ecs.Secret.fromSecretsManager() and the like; for environment of a Function pass secret.secretArn alone',
  },
  resources: Object.keys(VARIABLES),
  check: (resource) =>
    Claim.all(
      variablesOf(resource).map(({ name, value, given }) =>
        (saysSecret(name) ? notInPlain(value, resource) : value.must(nothingSecret)).onlyIf(given),
      ),
    ),
});

/** Some credentials show themselves, whatever their variable is called. */
const nothingSecret = satisfying(
  { ja: 'アクセスキー又はパスワードを含まないこと', en: 'without access key or password' },
  (value) => {
    const text = value.kind === 'known' ? String(value.value) : '';
    return accessKey.id.test(text) || PASSWORD_IN_ADDRESS.test(text) ? 'breaks' : 'holds';
  },
  true,
);

interface Variable {
  readonly name: string;
  readonly value: Field;
  readonly given: Claim;
}

function variablesOf(resource: Resource): readonly Variable[] {
  const { maps = [], lists = [], nameKey = 'Name' } = VARIABLES[resource.type] as Places;
  const mapped = maps.flatMap((path) => fieldsAt(resource, path)).flatMap((map) => map.entries().known);
  const listed = lists.flatMap((path) => fieldsAt(resource, path));
  return [
    ...mapped.map((value) => ({ name: value.at[value.at.length - 1] ?? '', value, given: value.present })),
    ...listed.map((item) => ({
      name: String(item.get(nameKey).literal ?? ''),
      value: item.get('Value'),
      given: item.present.and(isPlaintext(item)),
    })),
  ];
}

/** CodeBuild also takes names of secrets and of parameters. */
function isPlaintext(item: Field): Claim {
  return item
    .get('Type')
    .orDefault('PLAINTEXT')
    .must(
      satisfying({ ja: 'PLAINTEXT', en: 'PLAINTEXT' }, (value) =>
        value.kind === 'known' && value.value !== 'PLAINTEXT' ? 'breaks' : 'holds',
      ),
    );
}

function notInPlain(value: Field, { template }: Resource): Claim {
  const plain = notPlain(template, 'holds');
  return value.must(
    satisfying(
      plain.text,
      (found) => {
        const text = found.kind === 'known' ? String(found.value) : '';
        if (text.startsWith('arn:')) return 'holds';
        // A path is more likely the name under which a secret is kept.
        return /^[\w.-]*\/[\w./-]+$/.test(text) ? 'undetermined' : plain.test(found);
      },
      true,
    ),
  );
}
