import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { equals, type Requirement } from '../model/requirement';
import type { Resource } from '../model/resource';
import { known } from '../model/value';
import { byAlternative, under } from './network/alternatives';
import { targetsOf } from './targets';

/** A parameter in a list of names and values, and its value where the list does not hold it. */
interface Listed {
  readonly list: Field;
  readonly name: string;
  /** Undefined where it cannot be told. */
  readonly without: string | undefined;
}

interface Query {
  /** The property that names the group. */
  readonly property: string;
  readonly groupType: string;
  /** The parameter in a group of the deployment. */
  readonly read: (group: Resource) => Field | Listed;
  /** Its value without a group of one's own, or in a default group of this name. */
  readonly byDefault: (group: string | undefined) => string;
  readonly required: Requirement;
}

/** Says that a parameter of a cluster, by its parameter group, meets a requirement. */
export function parameterOf(cluster: Resource, query: Query): Claim {
  const { property, groupType, byDefault, required } = query;
  const groupName = cluster.get(property);
  const groups = targetsOf(groupName, cluster.deployment, groupType);
  const inTemplates = Claim.any(groups.map(({ when }) => Claim.when(when)));
  const elsewhere = byAlternative(groupName, (value) => {
    const name = value.kind === 'known' ? String(value.value) : undefined;
    if (value.kind === 'absent' || name?.startsWith('default.') === true) {
      const outcome = required.test(known(byDefault(name)));
      return groupName.states(
        outcome,
        { ja: `既定のグループ（${byDefault(name)}）`, en: `the default group (${byDefault(name)})` },
        required.text,
      );
    }
    return groupName.states(
      'undetermined',
      { ja: 'テンプレート外のパラメータグループ', en: 'a parameter group outside of the templates' },
      required.text,
    );
  });
  return Claim.all([
    ...groups.map(({ when, resource }) => under(when, inGroup(query.read(resource), required))),
    elsewhere.onlyIf(inTemplates.not()),
  ]);
}

function inGroup(parameter: Field | Listed, required: Requirement): Claim {
  if (!('list' in parameter)) return parameter.must(required);
  const { list, name, without } = parameter;
  const isIt = (item: Field) => item.get('ParameterName').must(equals(name));
  const items = list.items();
  const written = items.some(isIt);
  const outcome = without === undefined ? 'undetermined' : required.test(known(without));
  return Claim.all([
    items.every((item) => item.get('ParameterValue').must(required).onlyIf(isIt(item))),
    list
      .states(outcome, { ja: `${name}の指定なし`, en: `${name} is not set` }, required.text)
      .onlyIf(written.not()),
  ]);
}
