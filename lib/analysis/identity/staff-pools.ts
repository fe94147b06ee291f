import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Marks } from '../marks';
import { asked } from './asked';

/**
 * What the policy asks of logging in, it asks of staff. In the Internet zone users may be residents: whose log-in it is
 * must be shown there.
 */
export function ofStaff(claim: Claim, resource: Resource, at: Field, marks: Marks): Claim {
  if (claim.holds.isAlways) return claim;
  const staff = marks.inZone(resource, ['my-number', 'lgwan', 'management']);
  const shown = at.states(
    'needed',
    { ja: '定められた時間等を超えるもの', en: 'more than what is prescribed for staff' },
    { ja: '職員等のログインに用いないことの証跡', en: 'shown not to be for staff to log in' },
  );
  return asked(claim, staff).and(shown.onlyIf(claim.not().and(staff.not())));
}
