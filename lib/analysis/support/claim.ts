import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { describeValue, type Value } from '../../model/value';
import { isDay } from '../../policy/calendar';
import type { Profile } from '../../policy/profile';
import { concat, plain, type Text } from '../../text';
import type { Mark, Marks } from '../marks';
import { byAlternative, under } from '../network/alternatives';
import type { Found, SupportEntry, SupportTable } from './table';

/** What the dates are compared with. */
export interface Horizon {
  readonly marks: Marks;
  readonly profile: Profile;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** How a day on which a support ends stands to today and to the planned use. */
export type Standing = 'ended' | 'ends-too-early' | 'supported' | 'plan-is-over' | 'no-plan';

/** Days compare as text. The day itself is still supported, and still used. */
export function standingOf(ends: string, planned: string | undefined, today: string): Standing {
  if (ends < today) return 'ended';
  if (planned === undefined) return 'no-plan';
  if (planned > ends) return 'ends-too-early';
  return planned < today ? 'plan-is-over' : 'supported';
}

/** Whether the table is so old that what it does not announce may have been announced since. */
export function isStale(
  { asOf }: SupportTable,
  { profile, today }: Pick<Horizon, 'profile' | 'today'>,
): boolean {
  return daysBetween(asOf, today) > profile.maximumSupportTableAgeDays;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** What else a rule knows about the support. */
export interface Terms {
  /** Says that the template opts into the extended support. */
  readonly extended?: Claim;
  /** Says that AWS installs later releases of the same series by itself. */
  readonly automaticUpgrade?: Claim;
}

/** What a version field means: an entry, or that nothing is known of the version. */
export type Lookup = (version: string) => Found | undefined;

export const VERSION_UNTOLD: Text = {
  ja: 'サポート期限の分かる版',
  en: 'a version of which it is known until when it is supported',
};

/** States that the version in a field is supported for as long as it is to be used. `absent`: what that means. */
export function supported(
  resource: Resource,
  field: Field,
  lookup: Lookup,
  horizon: Horizon,
  absent: Claim,
  terms: Terms = {},
): Claim {
  return byAlternative(field, (value) => {
    if (value.kind === 'absent') return absent;
    if (value.kind !== 'known') return untold(field, value);
    const found = lookup(String(value.value));
    return found === undefined ? untold(field, value) : supportClaim(resource, field, found, horizon, terms);
  });
}

/** AWS picks a version at deployment, one that it supports then: for how long is for somebody to confirm. */
export function chosenByAws(field: Field): Claim {
  return field.states(
    'needed',
    { ja: '指定なし（配備時にAWSが定める版）', en: 'not set (AWS chooses a version at deployment)' },
    { ja: '利用予定の期間中サポートのある版', en: 'a version that is supported for the planned use' },
  );
}

export function untold(field: Field, value: Value): Claim {
  const actual = describeValue(value);
  return field.states(
    'undetermined',
    value.kind === 'known'
      ? concat(actual, {
          ja: '（サポート期限の表にない）',
          en: ', which is not in the table of support dates',
        })
      : actual,
    VERSION_UNTOLD,
  );
}

/** States of one version, under each planned date that the resource can have. */
export function supportClaim(
  resource: Resource,
  field: Field,
  found: Found,
  horizon: Horizon,
  terms: Terms = {},
): Claim {
  const { table, version, series, release } = found;
  const name = `${table.product} ${version}`;
  const { extended = Claim.BREAKS, automaticUpgrade = Claim.HOLDS } = terms;
  const marks = horizon.marks.of(resource, 'plannedUseUntil');
  const each = (claim: (mark: Mark) => Claim) =>
    Claim.all(marks.map((mark) => under(mark.when, claim(mark))));
  // What is said of the series must not read as if it were said of the release.
  const whole = release === undefined ? name : `${table.product} ${series.version}`;
  const standard = each((mark) => entryClaim(field, whole, series.ends, series, table, mark, horizon));
  const paid = series.extended;
  const ofSeries =
    paid === undefined
      ? standard
      : Claim.all([
          standard.onlyIf(extended.not()),
          each((mark) => entryClaim(field, whole, paid, series, table, mark, horizon)).onlyIf(extended),
        ]);
  return ofSeries.and(releaseClaim(field, name, release, series, automaticUpgrade, horizon));
}

/**
 * A release ends before its series does, and AWS moves what runs on it to a later one. So a release that is still
 * supported needs somebody only where later ones do not come by themselves; one that is not any more is none to name.
 */
function releaseClaim(
  field: Field,
  name: string,
  release: SupportEntry | undefined,
  series: SupportEntry,
  automaticUpgrade: Claim,
  { today }: Horizon,
): Claim {
  const ends = release?.ends;
  // Where it ends together with its series, what was said of that is all there is.
  if (release === undefined || ends === undefined || (series.ends !== undefined && ends >= series.ends)) {
    return Claim.HOLDS;
  }
  if (ends < today) return field.states('breaks', dated(name, ends, release), notEnded(today));
  const upgrade = field.states('needed', dated(name, ends, release), {
    ja: '期限までに後継の版へ更新する計画',
    en: 'a plan to move to a later release by then',
  });
  return under(automaticUpgrade.holds.not(), upgrade);
}

function entryClaim(
  field: Field,
  name: string,
  ends: string | undefined,
  entry: SupportEntry,
  table: SupportTable,
  mark: Mark,
  horizon: Horizon,
): Claim {
  const { today } = horizon;
  const planned = mark.value !== undefined && isDay(mark.value) ? mark.value : undefined;
  const fault =
    mark.fault ?? (planned === undefined && mark.value !== undefined ? plain(mark.value) : undefined);
  if (ends === undefined) {
    // The clause asks that no end is scheduled, and none is.
    if (!isStale(table, horizon)) return Claim.HOLDS;
    return field.states(
      'needed',
      {
        ja: `${name}（${table.asOf}現在、サポートの終了は未発表）`,
        en: `${name}, for which no end of support was announced as of ${table.asOf}`,
      },
      { ja: 'その後も終了の発表がないことの確認', en: 'confirmed to have no announced end since' },
    );
  }
  const actual = dated(name, ends, entry);
  const standing = standingOf(ends, planned, today);
  if (standing === 'ended') return field.states('breaks', actual, notEnded(today));
  if (fault !== undefined) {
    return field.states('undetermined', actual, {
      ja: `利用予定の終わりまでサポートのある版（利用予定の終わり: ${fault.ja}）`,
      en: `a version that is supported until the end of the planned use (${fault.en})`,
    });
  }
  switch (standing) {
    case 'supported':
      return Claim.HOLDS;
    case 'ends-too-early':
      return field.states('breaks', actual, {
        ja: `利用予定の終わり（${planned}）までサポートのある版`,
        en: `a version that is supported until the end of the planned use, ${planned}`,
      });
    case 'plan-is-over':
      return field.states('needed', actual, {
        ja: `新たな利用予定（宣言された${planned}は過ぎている）までサポートのある版`,
        en: `supported until the new end of the planned use (the declared one, ${planned}, is past)`,
      });
    default:
      return field.states('needed', actual, {
        ja: '利用予定の終わりまでサポートのある版（jichitai:planned-use-untilの宣言がない）',
        en: 'a version that is supported until the end of the planned use (jichitai:planned-use-until is not declared)',
      });
  }
}

function dated(name: string, ends: string, { approximate, endedBy }: SupportEntry): Text {
  if (endedBy === true) {
    return {
      ja: `${name}（${ends}までにサポート終了）`,
      en: `${name}, whose support had ended by ${ends}`,
    };
  }
  const day = approximate === true ? ends.slice(0, 7) : ends;
  return { ja: `${name}（サポートは${day}まで）`, en: `${name}, which is supported until ${day}` };
}

function notEnded(today: string): Text {
  return {
    ja: `サポートの続いている版（検査日: ${today}）`,
    en: `a version that is still supported (today is ${today})`,
  };
}
