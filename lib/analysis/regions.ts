import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { type Guard, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import { describeValue, type Value } from '../model/value';
import type { Text } from '../text';
import { under } from './network/alternatives';
import { HOLE, OWN, skeletonOf } from './skeleton';

/** Where something lies, seen from a stack. */
type Place = 'elsewhere' | 'same' | 'unknown' | { readonly region: string };

const REQUIRED: Text = { ja: '他のリージョン', en: 'another region' };

/** States that a region, or what an ARN or a reference names, lies in another region than a stack does. */
export function isInOtherRegion(field: Field, resource: Resource): Claim {
  return Claim.all(
    field.alternatives.map(({ when, value }) =>
      value.kind === 'impossible' ? Claim.HOLDS : under(when, stands(field, value, when, resource)),
    ),
  );
}

function stands(field: Field, value: Value, when: Guard, resource: Resource): Claim {
  const { template } = resource;
  const place = placeOf(value, template);
  const states = (outcome: 'holds' | 'breaks' | 'undetermined' | 'needed', actual: Text): Claim =>
    outcome === 'holds' ? Claim.HOLDS : field.states(outcome, actual, REQUIRED);
  if (place === 'elsewhere') return Claim.HOLDS;
  if (place === 'same') return states('breaks', { ja: '同じリージョン', en: 'the same region' });
  if (place === 'unknown') return states('undetermined', describeValue(value));
  const own = template.stack.region;
  if (own !== undefined)
    return states(own === place.region ? 'breaks' : 'holds', { ja: place.region, en: place.region });
  const here = isHere(place.region, resource);
  if (!when.meets(here)) return Claim.HOLDS;
  if (when.implies(here)) return states('breaks', { ja: '同じリージョン', en: 'the same region' });
  // Whoever deploys chooses the stack's own region, and has to show it anyway.
  return states('needed', {
    ja: `${place.region}（スタックのリージョンは配備時に定まる）`,
    en: `${place.region}, while the region of the stack is chosen at deployment`,
  });
}

/** When a stack whose region nobody says is deployed to this one: conditions may ask for it. */
function isHere(region: string, { deployment, template }: Resource): Guard {
  const own = deployment.evaluator.named('AWS::Region', template)[0]?.value;
  return own?.kind === 'unknown' && own.variable !== undefined
    ? deployment.space.equals(own.variable, region)
    : NEVER;
}

function placeOf(value: Value, template: Template): Place {
  switch (value.kind) {
    case 'absent':
      return 'same';
    case 'known':
    case 'text':
      return ofText(skeletonOf(value, 'AWS::Region'));
    case 'unknown':
      return value.variable?.name === 'AWS::Region' ? 'same' : 'unknown';
    case 'reference':
      return ofTemplate(value.resource.template, template);
    default:
      return 'unknown';
  }
}

function ofText(text: string): Place {
  const region = text.startsWith('arn:') ? (text.split(':')[3] ?? '') : text;
  if (region === OWN) return 'same';
  return region === '' || region.includes(HOLE) || region.includes(OWN) ? 'unknown' : { region };
}

function ofTemplate(other: Template, template: Template): Place {
  if (other === template) return 'same';
  const [there, here] = [other.stack.region, template.stack.region];
  if (there !== undefined && here !== undefined) return there === here ? 'same' : 'elsewhere';
  return 'unknown';
}
