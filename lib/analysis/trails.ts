import { Claim } from '../model/claim';
import { empty, equals, isTrue, noneOf } from '../model/requirement';
import type { Resource } from '../model/resource';
import { asAlternative, withEvidence } from './evidence';

/** States that a trail is switched on and follows all regions and the global services. */
export function coversAllRegions(trail: Resource): Claim {
  return trail
    .get('IsLogging')
    .must(isTrue)
    .and(trail.get('IsMultiRegionTrail').orDefault(false).must(isTrue))
    .and(trail.get('IncludeGlobalServiceEvents').orDefault(true).must(isTrue));
}

/** States that a trail records management events, those that read and those that write. */
export function recordsManagementEvents(trail: Resource): Claim {
  const basic = trail.get('EventSelectors');
  const advanced = trail.get('AdvancedEventSelectors');
  if (!advanced.isAbsent) {
    const all = advanced.items().some((selector) => {
      const fields = selector.get('FieldSelectors').items();
      const management = fields.some((field) =>
        field
          .get('Field')
          .must(equals('eventCategory'))
          .and(
            field
              .get('Equals')
              .items()
              .some((value) => value.must(equals('Management'))),
          ),
      );
      // `readOnly` leaves out one half; `eventSource` only what is noisy (KMS, the RDS Data API).
      return management.and(fields.every((field) => field.get('Field').must(noneOf('readOnly'))));
    });
    return all.explained(
      advanced.path,
      { ja: '管理イベントの全部を記録しない', en: 'not all management events' },
      { ja: '読取り及び書込みの管理イベントの記録', en: 'management events, read and write' },
      advanced.at,
    );
  }
  const all = basic.items().some((selector) =>
    selector
      .get('IncludeManagementEvents')
      .orDefault(true)
      .must(isTrue)
      .and(selector.get('ReadWriteType').orDefault('All').must(equals('All'))),
  );
  // Without selectors a trail records all management events.
  return all.or(withEvidence(basic.must(empty), []));
}

/** The claim about one trail, which may be made good by another one of the deployment: a trail may serve data events only. */
export function byThisOrAnother(trail: Resource, claim: (trail: Resource) => Claim): Claim {
  const own = claim(trail);
  // Every trail would be asked for every other one.
  if (own.holds.isAlways) return own;
  const others = trail.deployment.ofType(trail.type).filter((other) => other !== trail);
  return others.length === 0 ? own : own.or(Claim.any(inTurn(others, claim)));
}

/** As alternatives, each of which is looked at when those before it do not suffice. */
function* inTurn(trails: readonly Resource[], claim: (trail: Resource) => Claim): Iterable<Claim> {
  for (const trail of trails) yield asAlternative(claim(trail)).and(Claim.when(trail.exists));
}

/** States that some trail of the deployment is switched on. */
export function anyTrailLogs(trails: readonly Resource[]): Claim {
  return Claim.any(trails.map((trail) => trail.get('IsLogging').must(isTrue).and(Claim.when(trail.exists))));
}
