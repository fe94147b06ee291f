import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { equals, isTrue, oneOf, satisfying } from '../model/requirement';
import type { Resource } from '../model/resource';
import { asAlternative } from './evidence';
import { referredTo } from './network/web-acls';

/** States that a trail or an event data store of the deployment records the data events of a resource. */
export function dataEventsAreRecorded(resource: Resource, service: string, type = resource.type): Claim {
  const { deployment } = resource;
  return Claim.any([
    ...deployment.ofType('AWS::CloudTrail::Trail').map((trail) =>
      asAlternative(
        basic(trail, resource, service, type)
          .or(advanced(trail, resource, type))
          .and(trail.get('IsLogging').must(isTrue)),
      ).and(Claim.when(trail.exists)),
    ),
    ...deployment
      .ofType('AWS::CloudTrail::EventDataStore')
      .map((store) => asAlternative(advanced(store, resource, type)).and(Claim.when(store.exists))),
  ]);
}

function basic(trail: Resource, resource: Resource, service: string, type: string): Claim {
  return trail
    .get('EventSelectors')
    .items()
    .each('DataResources')
    .some((data) =>
      data
        .get('Type')
        .must(equals(type))
        .and(
          data
            .get('Values')
            .items()
            .some((value) => covers(value, resource, service)),
        ),
    );
}

/** `arn:aws:dynamodb` stands for all tables. */
function covers(field: Field, resource: Resource, service: string): Claim {
  return field.must(
    satisfying({ ja: 'このリソース', en: 'this resource' }, (value) => {
      if (value.kind === 'known') {
        return new RegExp(`^arn:[^:]*:${service}(:::)?$`).test(String(value.value)) ? 'holds' : 'breaks';
      }
      if (referredTo(value).includes(resource)) return 'holds';
      return value.kind === 'unknown' ? 'undetermined' : 'breaks';
    }),
  );
}

function advanced(recorder: Resource, resource: Resource, type: string): Claim {
  return recorder
    .get('AdvancedEventSelectors')
    .items()
    .some((selector) => {
      const fields = selector.get('FieldSelectors').items();
      const has = (name: string, value: string) =>
        fields.some((field) =>
          field
            .get('Field')
            .must(equals(name))
            .and(
              field
                .get('Equals')
                .items()
                .some((item) => item.must(equals(value))),
            ),
        );
      return has('eventCategory', 'Data')
        .and(has('resources.type', type))
        .and(fields.every((field) => letsIn(field, resource)));
    });
}

/** States that one field of an advanced selector does not leave out the resource. */
function letsIn(field: Field, resource: Resource): Claim {
  const about = (...names: string[]) => field.get('Field').must(oneOf(...names));
  const named = ['Equals', 'StartsWith']
    .flatMap((operator) => field.get(operator).items().known)
    .some((item) => item.alternatives.some(({ value }) => referredTo(value).includes(resource)));
  const other = named
    ? Claim.HOLDS
    : field.states(
        'undetermined',
        { ja: '記録の範囲を狭める項目', en: 'a field that narrows what is recorded' },
        { ja: 'このリソースの全ての操作', en: 'all that is done with this resource' },
      );
  return about('eventCategory', 'resources.type').or(
    about('eventCategory', 'resources.type').not().and(other),
  );
}
