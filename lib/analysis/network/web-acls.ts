import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { bare, UNDETERMINED } from './alternatives';

const ASSOCIATIONS = ['AWS::WAFv2::WebACLAssociation', 'AWS::WAFRegional::WebACLAssociation'] as const;

/** Says that a web ACL is associated with a resource, which an ARN may name among its parts. */
export function hasWebAcl(resource: Resource, names: (value: Value) => boolean = namesOnly(resource)): Claim {
  const { deployment } = resource;
  return Claim.any(
    deployment.ofType(...ASSOCIATIONS).map((association) => {
      const exists = Claim.when(association.exists);
      const about = Claim.any(
        association.get('ResourceArn').alternatives.map(({ when, value }) => {
          const open = value.kind === 'unknown';
          const named = names(value) ? Claim.HOLDS : open ? UNDETERMINED : bare('breaks');
          return named.and(Claim.when(when));
        }),
      );
      return about.and(exists);
    }),
  );
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
