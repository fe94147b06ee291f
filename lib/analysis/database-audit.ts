import { Claim, lacking } from '../model/claim';
import type { Field } from '../model/field';
import { equals, literal, present, type Requirement } from '../model/requirement';
import type { Resource } from '../model/resource';
import { known } from '../model/value';
import { plain, type Text } from '../text';
import { parameterOf } from './parameter-groups';
import { targetsOf } from './targets';

/** Values by which engines mean no. */
const OFF = new Set(['', '0', 'off', 'false', 'no']);

/** A switch of a database engine that is on, or, as of PostgreSQL 18, a list of what is recorded. */
export const switchedOn: Requirement = literal(
  { ja: '1又はON', en: '1 or ON' },
  (value) => !OFF.has(String(value).trim().toLowerCase()),
);

/** A list in a text that names a kind of event. */
export function namesEvent(pattern: RegExp, text: Text): Requirement {
  return literal(text, (value) =>
    String(value)
      .split(',')
      .some((event) => pattern.test(event.trim())),
  );
}

/**
 * States that a parameter of a database, in the parameter group of the cluster or the instance, meets a requirement.
 * @param otherwise what the engine does where the group does not say
 */
export function databaseParameter(
  database: Resource,
  name: string,
  otherwise: string,
  required: Requirement,
): Claim {
  const isCluster = database.type === 'AWS::RDS::DBCluster';
  return parameterOf(database, {
    property: isCluster ? 'DBClusterParameterGroupName' : 'DBParameterGroupName',
    groupType: isCluster ? 'AWS::RDS::DBClusterParameterGroup' : 'AWS::RDS::DBParameterGroup',
    // A parameter's name may hold dots, so it is one key.
    read: (group) => group.get('Parameters').child(name).orDefault(otherwise),
    byDefault: () => otherwise,
    required,
  });
}

/** States that Advanced Auditing of Aurora MySQL is on and records a kind of event. Its list is empty by default. */
export function auroraAudits(database: Resource, event: Requirement): Claim {
  return databaseParameter(database, 'server_audit_logging', '0', switchedOn).and(
    databaseParameter(database, 'server_audit_events', '', event),
  );
}

const PLUGIN = 'MARIADB_AUDIT_PLUGIN';

/** States that the option group of MySQL or MariaDB holds the audit plugin, which records a kind of event. */
export function pluginAudits(database: Resource, event: Requirement): Claim {
  const name = database.get('OptionGroupName');
  const groups = targetsOf(name, database.deployment, 'AWS::RDS::OptionGroup');
  const found = Claim.any(
    groups.map(({ when, resource }) =>
      resource
        .get('OptionConfigurations')
        .items()
        .some((item) => item.get('OptionName').must(equals(PLUGIN)).and(records(item, event)))
        .and(Claim.when(when)),
    ),
  );
  const elsewhere = Claim.any(
    name.alternatives.map(({ when, value }) =>
      value.kind === 'unknown' || (value.kind === 'known' && !String(value.value).startsWith('default:'))
        ? name
            .states(
              'undetermined',
              { ja: 'テンプレート外のオプショングループ', en: 'an option group outside of the templates' },
              plain(PLUGIN),
            )
            .and(Claim.when(when))
        : Claim.BREAKS,
    ),
  );
  return found
    .or(elsewhere)
    .explained(
      'OptionGroupName',
      lacking({ ja: `${PLUGIN}がない`, en: `no ${PLUGIN}` }),
      { ja: `${PLUGIN}のあるオプショングループ`, en: `an option group with ${PLUGIN}` },
      name.at,
    );
}

/** Without the setting the plugin records connections and queries. */
function records(option: Field, event: Requirement): Claim {
  const settings = option.get('OptionSettings').items();
  const isEvents = (setting: Field) => setting.get('Name').must(equals('SERVER_AUDIT_EVENTS'));
  const byDefault = event.test(known('CONNECT,QUERY')) === 'holds' ? Claim.HOLDS : Claim.BREAKS;
  return Claim.all([
    settings.every((setting) => setting.get('Value').must(event).onlyIf(isEvents(setting))),
    byDefault.or(settings.some((setting) => isEvents(setting).and(setting.get('Value').must(present)))),
  ]);
}

/** States that a log that a database writes is among those that it exports, where it exports any. */
export function isAmongExports(database: Resource, kind: string): Claim {
  const list = database.get('EnableCloudwatchLogsExports');
  const items = list.items();
  const none = items.some((item) => item.present).not();
  return items
    .some((item) => item.must(equals(kind)))
    .or(none)
    .explained(
      'EnableCloudwatchLogsExports',
      lacking({ ja: `${kind}を含まない`, en: `without ${kind}` }),
      { ja: `${kind}を含むこと`, en: `with ${kind}` },
      list.at,
    );
}
