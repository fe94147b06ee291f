import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';

/** The property that names what policies and principals refer to by name. */
const NAMED_BY = {
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::User': 'UserName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::IAM::InstanceProfile': 'InstanceProfileName',
} as const;
type NamedType = keyof typeof NAMED_BY;

const indexes = new WeakMap<Deployment, Map<NamedType, ReadonlyMap<string, readonly Resource[]>>>();

/**
 * The resource of a type that has a literal name: the one of the same template, or the only one in templates of the same
 * account.
 */
export function namedIn(type: NamedType, name: string, of: Template): Resource | undefined {
  const [first] = of.resources.values();
  if (first === undefined) return undefined;
  const found = indexOf(first.deployment, type).get(name) ?? [];
  const [here] = found.filter(({ template }) => template === of);
  if (here !== undefined) return here;
  const { account } = of.stack;
  const elsewhere = found.filter(({ template }) => template.stack.account === account);
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

function indexOf(deployment: Deployment, type: NamedType): ReadonlyMap<string, readonly Resource[]> {
  let indexByType = indexes.get(deployment);
  if (indexByType === undefined) {
    indexByType = new Map();
    indexes.set(deployment, indexByType);
  }
  let index = indexByType.get(type);
  if (index === undefined) {
    const made = new Map<string, Resource[]>();
    for (const resource of deployment.ofType(type)) {
      const name = resource.get(NAMED_BY[type]).literal;
      if (typeof name === 'string') made.set(name, [...(made.get(name) ?? []), resource]);
    }
    index = made;
    indexByType.set(type, index);
  }
  return index;
}
