import { jsonEntries } from '../../analysis/identity/secrets';
import { saysSecret } from '../../analysis/secrets/names';
import { SECRET_PROPERTIES } from '../../analysis/secrets/properties';
import { lookOf } from '../../analysis/secrets/values';
import { USER_DATA } from '../../analysis/user-data';
import { isPlaceholder } from '../../credential-formats';
import { Claim } from '../../model/claim';
import { mustAt } from '../../model/deployment';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { holdsSecret, notPlain, outcomeOf } from './secret-values';
import { startsWithoutSecrets } from './start-scripts';

const SECRET = 'AWS::SecretsManager::Secret';

export const NoPlainSecretInProperties = defineRule({
  id: 'NoPlainSecretInProperties',
  clauses: ['7.2(5)', '7.2(1)③(ア)'],
  title: {
    ja: 'パスワード等の認証情報を、テンプレートに平文で記載しない',
    en: 'Passwords and other credentials do not stand in templates in plain text',
  },
  why: {
    ja: 'テンプレートは、ソース管理、成果物の置き場及びCloudFormationの画面に残る。そこに書いたパスワードは、委託事業者を含む多くの者が後からいつでも読める。',
    en: 'Templates stay in source control, in artifact stores and on the screens of CloudFormation: a password in them can be read later by many, vendors among them.',
  },
  fix: {
    ja: '値を"{{resolve:secretsmanager:シークレット:SecretString:キー}}"に替えるか、ManageMasterUserPasswordをtrueにしてください。シークレットはSecretStringに書かず、GenerateSecretStringで生成します。起動スクリプト（UserData）は、実行時にSecrets Managerから取得し、アクセスキーの代わりにインスタンスのロールを用いてください。既に記載した値は変更が必要です。',
    en: 'Replace the value by "{{resolve:secretsmanager:SECRET:SecretString:KEY}}", or set ManageMasterUserPassword to true; let GenerateSecretString make secrets instead of SecretString. Start scripts (UserData) fetch them from Secrets Manager when they run, and use the role of the instance instead of access keys. What stood there must be changed.',
  },
  cdk: {
    ja: 'Credentials.fromGeneratedSecret()又はSecretのgenerateSecretStringを用い、SecretValue.unsafePlainText()を用いない',
    en: 'Credentials.fromGeneratedSecret() or generateSecretString of Secret, never SecretValue.unsafePlainText()',
  },
  resources: [...Object.keys(SECRET_PROPERTIES), ...Object.keys(USER_DATA), SECRET],
  check: (resource) => {
    if (resource.type === SECRET) return secretString(resource);
    const requirement = notPlain(resource.template, 'undetermined');
    if (resource.type in USER_DATA) return startsWithoutSecrets(resource, requirement);
    const paths = SECRET_PROPERTIES[resource.type] ?? [];
    return Claim.all(paths.map((path) => mustAt(resource, path, requirement)));
  },
});

/** JSON in a secret may hold names and addresses; only what is named as a secret must not be there. */
function secretString(secret: Resource): Claim {
  const plain = notPlain(secret.template, 'undetermined');
  return secret.get('SecretString').must(
    satisfying(
      plain.text,
      (value) => {
        // Somebody puts the value in afterwards.
        if (value.kind === 'known' && isPlaceholder(String(value.value))) return 'holds';
        const entries = jsonEntries(value);
        if (entries === undefined) {
          const outcome = plain.test(value);
          // Which part of it is secret cannot be read.
          return outcome === 'breaks' && value.kind === 'text' ? 'undetermined' : outcome;
        }
        if (holdsSecret(value)) return 'breaks';
        const outcomes = [...entries]
          .filter(([key]) => saysSecret(key))
          .map(([, entry]) =>
            entry.kind === 'known' && lookOf(String(entry.value), 'certain') === 'open'
              ? 'holds'
              : outcomeOf(entry, secret.template, 'undetermined'),
          );
        return (
          outcomes.find((outcome) => outcome === 'breaks') ??
          outcomes.find((outcome) => outcome !== 'holds') ??
          'holds'
        );
      },
      true,
    ),
  );
}
