import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { notPlain, saysSecret } from './secret-values';

/** Where environment variables stand: as a map, or as a list of names and values. */
const VARIABLES: Readonly<Record<string, { readonly map?: string; readonly list?: string }>> = {
  'AWS::Lambda::Function': { map: 'Environment.Variables' },
  'AWS::SageMaker::Model': { map: 'PrimaryContainer.Environment' },
  'AWS::Glue::Job': { map: 'DefaultArguments' },
  'AWS::ECS::TaskDefinition': { list: 'ContainerDefinitions[*].Environment' },
  'AWS::CodeBuild::Project': { list: 'Environment.EnvironmentVariables' },
  'AWS::Batch::JobDefinition': { list: 'ContainerProperties.Environment' },
  'AWS::AppRunner::Service': {
    list: 'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
  },
  'AWS::Amplify::App': { list: 'EnvironmentVariables' },
  'AWS::Amplify::Branch': { list: 'EnvironmentVariables' },
};

export const NoPlainSecretInEnvironment = defineRule({
  id: 'NoPlainSecretInEnvironment',
  clauses: ['7.2(5)'],
  title: {
    ja: '環境変数に、パスワード等の認証情報を平文で設定しない',
    en: 'Environment variables hold no credentials in plain text',
  },
  fix: {
    ja: '環境変数にはシークレットの名前又はARNだけを設定し、値は実行時にSecrets Managerから取得してください。ECSではContainerDefinitionsのSecrets、CodeBuildではTypeをSECRETS_MANAGERとします（CDKではecs.Secret.fromSecretsManagerなど）。',
    en: 'Put only the name or ARN of a secret into the environment and fetch its value from Secrets Manager at run time; in ECS use Secrets of ContainerDefinitions, in CodeBuild Type SECRETS_MANAGER (in CDK: ecs.Secret.fromSecretsManager and the like).',
  },
  resources: Object.keys(VARIABLES),
  check: (resource) =>
    Claim.all(
      variablesOf(resource).map(({ name, value, given }) =>
        saysSecret(name) ? notInPlain(value, resource).onlyIf(given) : Claim.HOLDS,
      ),
    ),
});

interface Variable {
  readonly name: string;
  readonly value: Field;
  readonly given: Claim;
}

function variablesOf(resource: Resource): readonly Variable[] {
  const { map, list } = VARIABLES[resource.type] as { map?: string; list?: string };
  const mapped = map === undefined ? [] : resource.get(map).entries().known;
  const listed = list === undefined ? [] : fieldsAt(resource, list);
  return [
    ...mapped.map((value) => ({ name: value.at[value.at.length - 1] ?? '', value, given: value.present })),
    ...listed.map((item) => ({
      name: String(item.get('Name').literal ?? ''),
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
