import { type SecretPlace, secretPlaces } from '../../analysis/secrets/places';
import { Claim } from '../../model/claim';
import type { Template } from '../../model/template';
import { defineDeploymentRule, type Subject } from '../define';

export const NoSecretInTemplateText = defineDeploymentRule({
  id: 'NoSecretInTemplateText',
  clauses: ['7.2(5)'],
  title: {
    ja: 'テンプレートのどこにも、鍵、トークン、パスワード等の認証情報を書かない',
    en: 'No key, token, password or other credential stands anywhere in a template',
  },
  why: {
    ja: 'プログラム、設定ファイル、コマンド、タグ、説明等に書かれた認証情報も、テンプレートを見る者全員の手に渡る。',
    en: 'Credentials in code, configuration files, commands, tags and descriptions get into the hands of whoever sees the template as well.',
  },
  fix: {
    ja: '該当する値を削除し、"{{resolve:secretsmanager:シークレット:SecretString:キー}}"とするか、プログラムが実行時にSecrets Managerから取得するようにしてください。既に記載した値は、発行元で失効させ、変更が必要です。',
    en: 'Take the value out: write "{{resolve:secretsmanager:SECRET:SecretString:KEY}}" in its place, or have the program fetch it from Secrets Manager when it runs. What stood there must be revoked where it was issued, and changed.',
  },
  cdk: {
    ja: 'SecretのgrantReadで読取りを許可し、secretArnだけを渡す',
    en: 'grantRead of Secret, and nothing but secretArn handed on',
  },
  checkDeployment: ({ deployment }) => deployment.templates.flatMap(subjectsOf),
});

/** One for each resource, and for each section of the template outside of them. */
function subjectsOf(template: Template): readonly Subject[] {
  const groups = new Map<string, SecretPlace[]>();
  for (const place of secretPlaces(template)) {
    if (place.covered) continue;
    const key = place.logicalId === undefined ? `section ${place.at[0]}` : `resource ${place.logicalId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [place]);
    else group.push(place);
  }
  return [...groups.values()].map((places) => {
    const [{ logicalId } = {}] = places as [SecretPlace];
    const resource = logicalId === undefined ? undefined : template.resources.get(logicalId);
    const claim = Claim.all(places.map(written));
    // The text is there although the resource never is.
    return resource === undefined || resource.exists.isNever ? { template, claim } : { resource, claim };
  });
}

function written({ at, kind, logicalId }: SecretPlace): Claim {
  const keys = logicalId === undefined ? at : at.slice(at[2] === 'Properties' ? 3 : 2);
  return Claim.of('breaks', {
    path: pathOf(keys),
    at,
    actual: { ja: `平文の認証情報（${kind.ja}）`, en: `a credential in plain text (${kind.en})` },
    required: { ja: 'テンプレートに書かないこと', en: 'kept out of the template' },
  });
}

/** As other rules write it: items of lists by their number in brackets. */
function pathOf(keys: readonly string[]): string {
  return keys.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
