import { type Places, VARIABLES } from '../../analysis/secrets/variables';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { underName } from './secret-values';

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
    ja: '環境変数にはシークレットの名前又はARNだけを設定し、値は実行時にSecrets Managerから取得してください。ECSではContainerDefinitionsのSecrets、CodeBuildではTypeをSECRETS_MANAGERとします。既に記載した値は変更が必要です。',
    en: 'Put only the name or ARN of a secret into the environment and fetch its value from Secrets Manager at run time; in ECS use Secrets of ContainerDefinitions, in CodeBuild Type SECRETS_MANAGER. What stood there must be changed.',
  },
  cdk: {
    ja: 'ecs.Secret.fromSecretsManager()等を用い、Functionのenvironmentにはsecret.secretArnだけを渡す',
    en: 'ecs.Secret.fromSecretsManager() and the like; for environment of a Function pass secret.secretArn alone',
  },
  resources: Object.keys(VARIABLES),
  check: (resource) =>
    Claim.all(
      variablesOf(resource).map(({ name, value, given }) =>
        value.must(underName(name, resource.template)).onlyIf(given),
      ),
    ),
});

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
