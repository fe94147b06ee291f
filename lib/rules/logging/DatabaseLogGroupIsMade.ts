import { isClusterMember } from '../../analysis/data-stores';
import { referredTo } from '../../analysis/network/web-acls';
import type { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

/** The property that names each kind of database, and where RDS puts its log groups. */
const NAMES: Readonly<Record<string, readonly [property: string, folder: string]>> = {
  'AWS::RDS::DBCluster': ['DBClusterIdentifier', '/aws/rds/cluster'],
  'AWS::RDS::DBInstance': ['DBInstanceIdentifier', '/aws/rds/instance'],
};

export const DatabaseLogGroupIsMade = defineRule({
  id: 'DatabaseLogGroupIsMade',
  clauses: ['4(1)④', '7.1(6)②'],
  title: {
    ja: 'データベースのログを受け取るロググループは、暗号化等を定めて先に作成しておく',
    en: 'The log groups that a database writes to are made beforehand, with a key',
  },
  why: {
    ja: 'ロググループがないとRDSが自ら作成する。市の管理する鍵で暗号化されず、検索条件に含まれる住民情報もそのまま残る。',
    en: 'Otherwise RDS makes them itself, under no key of the city, and what was searched for about residents lies in them.',
  },
  fix: {
    ja: 'LogGroupNameを/aws/rds/cluster/（クラスター名）/（ログの種類）（インスタンスでは/aws/rds/instance/…）とし、KmsKeyId及びRetentionInDaysを指定したAWS::Logs::LogGroupを、データベースより先に作成してください。',
    en: 'Make an AWS::Logs::LogGroup before the database, with the LogGroupName /aws/rds/cluster/<identifier>/<kind of log> (/aws/rds/instance/… for an instance), a KmsKeyId and RetentionInDays.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを使うか、LogGroupを作成してデータベースのaddDependencyに加える',
    en: 'use EncryptedDatabase, or a LogGroup that the database depends on',
  },
  // The group may be there already, made by hand or by another app: somebody can show it.
  duty: 'should',
  relievedBy: [settingApart('AWS::Logs::LogGroup')],
  resources: Object.keys(NAMES),
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (database) => {
    const claim = database
      .get('EnableCloudwatchLogsExports')
      .items()
      .every((kind) => isMade(database, kind));
    return database.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(database).not()) : claim;
  },
});

function isMade(database: Resource, kind: Field): Claim {
  const [property, folder] = NAMES[database.type] as readonly [string, string];
  const identifier = database.get(property).literal ?? '(identifier)';
  const name = `${folder}/${identifier}/${kind.literal ?? '(kind)'}`.toLowerCase();
  const groups = groupsOf(database.deployment);
  const byReference = groups.get(database)?.get(String(kind.literal).toLowerCase());
  const made = (groups.get(name)?.get('') ?? NEVER).or(byReference ?? NEVER);
  return kind
    .states(
      'needed',
      { ja: `テンプレートにないロググループ ${name}`, en: `written to ${name}, which no template makes` },
      { ja: '市の鍵で暗号化されたロググループ', en: 'a log group under a key of the city' },
    )
    .onlyIf(made.not());
}

type Groups = ReadonlyMap<string | Resource, ReadonlyMap<string, Guard>>;
const GROUPS = new WeakMap<Deployment, Groups>();

/** Log groups by their whole name, or by the database that their name refers to and the kind of log behind it. */
function groupsOf(deployment: Deployment): Groups {
  let groups = GROUPS.get(deployment);
  if (groups === undefined) {
    const found = new Map<string | Resource, Map<string, Guard>>();
    for (const group of deployment.ofType('AWS::Logs::LogGroup')) {
      for (const { when, value } of group.get('LogGroupName').alternatives) {
        for (const [key, kind] of keysOf(value)) {
          const kinds = found.get(key) ?? new Map<string, Guard>();
          kinds.set(kind, (kinds.get(kind) ?? NEVER).or(when.and(group.exists)));
          found.set(key, kinds);
        }
      }
    }
    groups = found;
    GROUPS.set(deployment, groups);
  }
  return groups;
}

function keysOf(value: Value): readonly (readonly [string | Resource, string])[] {
  if (value.kind === 'known') return [[String(value.value).toLowerCase(), '']];
  const last = value.kind === 'text' ? value.parts.at(-1) : undefined;
  if (typeof last !== 'string') return [];
  return referredTo(value).map((resource) => [resource, last.replace(/^\//, '').toLowerCase()] as const);
}
