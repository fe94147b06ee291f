import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { literal, type Requirement, satisfying } from '../model/requirement';
import type { Resource } from '../model/resource';
import { asBoolean, asNumber, type Value } from '../model/value';
import type { Text } from '../text';
import { byAlternative, under } from './network/alternatives';
import { targetsOf } from './targets';

/** How a database engine refuses connections without TLS. */
interface Engine {
  /** What the name of the engine, and of its families of parameters, begins with; longest first. */
  readonly prefix: string;
  readonly parameter: string;
  /** The first version that refuses them without being told; from `openFrom` on it is not known to us. */
  readonly defaultFrom?: number;
  readonly openFrom?: number;
}

/** Defaults as in the user guides of RDS and Aurora: PostgreSQL 15, Aurora PostgreSQL 17, otherwise off. */
const ENGINES: readonly Engine[] = [
  { prefix: 'aurora-postgresql', parameter: 'rds.force_ssl', defaultFrom: 17 },
  { prefix: 'aurora-mysql', parameter: 'require_secure_transport' },
  { prefix: 'aurora', parameter: 'require_secure_transport' },
  { prefix: 'postgres', parameter: 'rds.force_ssl', defaultFrom: 15 },
  { prefix: 'mysql', parameter: 'require_secure_transport' },
  // Later versions of MariaDB itself turned it on; whether RDS followed for all of them is not documented.
  { prefix: 'mariadb', parameter: 'require_secure_transport', openFrom: 11.8 },
  { prefix: 'sqlserver', parameter: 'rds.force_ssl' },
];

const isOn: Requirement = literal({ ja: '1又はON', en: '1 or ON' }, (value) => {
  return asNumber(value) === 1 || asBoolean(value) === true;
});

/** Says that a database refuses connections without TLS, by its parameter group or by default. */
export function databaseForcesTls(database: Resource, property: string, groupType: string): Claim {
  const groupName = database.get(property);
  const groups = targetsOf(groupName, database.deployment, groupType);
  const inTemplates = Claim.any(groups.map(({ when }) => Claim.when(when)));
  return Claim.all([
    ...groups.map(({ when, resource }) => under(when, groupForcesTls(resource))),
    byAlternative(groupName, (value) => withoutTemplate(value, groupName, database)).onlyIf(
      inTemplates.not(),
    ),
  ]);
}

/** A group that the templates do not hold: the default one, or one that we cannot see. */
function withoutTemplate(value: Value, groupName: Field, database: Resource): Claim {
  if (value.kind === 'absent') return byDefault(database, groupName);
  const name = value.kind === 'known' ? String(value.value) : '';
  if (name.startsWith('default.')) return familyDefault(name.slice('default.'.length), groupName);
  return groupName.states(
    'undetermined',
    { ja: 'テンプレート外のパラメータグループ', en: 'a parameter group outside of the templates' },
    { ja: 'TLSを強制するパラメータグループ', en: 'a parameter group that requires TLS' },
  );
}

function groupForcesTls(group: Resource): Claim {
  const family = group.get('Family');
  return byAlternative(family, (value) => {
    const engine = value.kind === 'known' ? engineOf(String(value.value)) : undefined;
    if (engine === undefined) return otherEngine(value, family);
    // A parameter's name holds dots, so it is one key.
    const parameter = group.get('Parameters').child(engine.parameter);
    return Claim.all([
      parameter.must(
        satisfying(isOn.text, (found) => (found.kind === 'absent' ? 'holds' : isOn.test(found))),
      ),
      familyDefault(String((value as { value: unknown }).value), parameter).onlyIf(notWritten(parameter)),
    ]);
  });
}

function notWritten(field: Field): Claim {
  return field.must(
    satisfying({ ja: '指定なし', en: 'not set' }, (value) => {
      if (value.kind === 'absent') return 'holds';
      return value.kind === 'unknown' && value.mayBeAbsent === true ? 'undetermined' : 'breaks';
    }),
  );
}

/** What a family of parameters says by default, for example `aurora-postgresql16`. */
function familyDefault(family: string, field: Field): Claim {
  const engine = engineOf(family);
  if (engine === undefined) return otherEngine({ kind: 'known', value: family }, field);
  const version = /^-?(\d+(?:\.\d+)?)/.exec(family.slice(engine.prefix.length));
  return versionDefault(engine, version === null ? undefined : Number(version[1]), field);
}

function byDefault(database: Resource, groupName: Field): Claim {
  const engines = database.get('Engine');
  return byAlternative(engines, (value) => {
    const engine = value.kind === 'known' ? engineOf(String(value.value)) : undefined;
    if (engine === undefined) return otherEngine(value, engines);
    return byAlternative(database.get('EngineVersion'), (version) => {
      const number = version.kind === 'known' ? /^(\d+(?:\.\d+)?)/.exec(String(version.value)) : null;
      return versionDefault(engine, number === null ? undefined : Number(number[1]), groupName);
    });
  });
}

function versionDefault(engine: Engine, version: number | undefined, field: Field): Claim {
  const { parameter, defaultFrom, openFrom } = engine;
  const required: Text = { ja: `${parameter}が1又はONであること`, en: `${parameter} = 1 or ON` };
  const off = () =>
    field.states(
      'breaks',
      { ja: `指定なし（${parameter}の既定は0又はOFF）`, en: `not set (${parameter} is off by default)` },
      required,
    );
  if (defaultFrom === undefined && openFrom === undefined) return off();
  if (version !== undefined) {
    if (defaultFrom !== undefined && version >= defaultFrom) return Claim.HOLDS;
    if (version < (openFrom ?? Number.POSITIVE_INFINITY)) return off();
  }
  return field.states(
    'undetermined',
    { ja: `指定なし（${parameter}の既定は版による）`, en: `not set (the version decides on ${parameter})` },
    required,
  );
}

/** Oracle and Db2 are told by option groups and their own settings: somebody has to show it. */
function otherEngine(value: Value, field: Field): Claim {
  const name = value.kind === 'known' ? String(value.value) : undefined;
  return field.states(
    name === undefined ? 'undetermined' : 'needed',
    name === undefined
      ? { ja: '種類の分からないデータベースエンジン', en: 'a database engine that is not known' }
      : { ja: `${name}（パラメータグループ以外でTLSを定める）`, en: `${name}, which sets TLS elsewhere` },
    { ja: 'TLSによらない接続の拒否', en: 'that connections without TLS are refused' },
  );
}

function engineOf(name: string): Engine | undefined {
  const lower = name.toLowerCase();
  return ENGINES.find(({ prefix }) => lower.startsWith(prefix));
}
