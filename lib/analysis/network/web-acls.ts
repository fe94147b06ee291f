import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { bare, UNDETERMINED } from './alternatives';

const ASSOCIATIONS = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;

/**
 * Says that a web ACL is associated with a resource, which an ARN may name among its parts.
 * @param parts resources of which the ARN is put together, where those are others
 */
export function hasWebAcl(
  resource: Resource,
  names: (value: Value) => boolean = namesOnly(resource),
  parts: readonly Resource[] = [],
): Claim {
  const { of, open } = associationsIn(resource.deployment);
  const candidates = new Set(open);
  for (const part of [resource, ...parts]) for (const one of of.get(part) ?? []) candidates.add(one);
  return Claim.any(
    [...candidates].map((association) => {
      const exists = Claim.when(association.exists);
      const about = Claim.any(
        association.get('ResourceArn').alternatives.map(({ when, value }) => {
          const isOpen = value.kind === 'unknown';
          const named = names(value) ? Claim.HOLDS : isOpen ? UNDETERMINED : bare('breaks');
          return named.and(Claim.when(when));
        }),
      );
      return about.and(exists);
    }),
  );
}

/** Associations by the resources that they name, and those of which it is not known whom they name. */
interface Associations {
  readonly of: ReadonlyMap<Resource, readonly Resource[]>;
  readonly open: readonly Resource[];
}

const INDEXES = new WeakMap<Deployment, Associations>();

function associationsIn(deployment: Deployment): Associations {
  const lists = ASSOCIATIONS.map((type) => deployment.ofType(type));
  let associations = INDEXES.get(deployment);
  if (associations === undefined) {
    const of = new Map<Resource, Resource[]>();
    const open: Resource[] = [];
    for (const association of lists.flat()) {
      for (const { value } of association.get('ResourceArn').alternatives) {
        if (value.kind === 'unknown') open.push(association);
        for (const named of referredTo(value)) {
          const list = of.get(named);
          if (list === undefined) of.set(named, [association]);
          else list.push(association);
        }
      }
    }
    associations = { of, open };
    INDEXES.set(deployment, associations);
  }
  return associations;
}

function namesOnly(resource: Resource): (value: Value) => boolean {
  return (value) => referredTo(value).includes(resource);
}

/** Resources that a value refers to, alone or as parts of a text. */
export function referredTo(value: Value): readonly Resource[] {
  if (value.kind === 'reference') return [value.resource];
  if (value.kind !== 'text') return [];
  return value.parts.flatMap((part) =>
    typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : [],
  );
}
