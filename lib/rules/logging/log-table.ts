import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { type Applicability, type Context, defineRule, type Relief, type ResourceRule } from '../define';

/** What differs between services that can keep a log. */
export interface LogDuty {
  readonly id: string;
  readonly resources: readonly string[];
  /** What is logged, in the plural. */
  readonly subject: Text;
  /** The log, with its article. */
  readonly log: Text;
  readonly why: Text;
  readonly fix: Text;
  readonly cdk: Text;
  /** Clauses besides those on logs as such. */
  readonly also?: readonly string[];
  readonly duty?: 'should';
  readonly appliesTo?: Applicability;
  readonly relievedBy?: readonly Relief[];
  readonly check: (resource: Resource, context: Context) => Claim;
}

/** A rule that asks a service to keep its log: 7.1(6)① that it is kept, 8.1⑤ what the cloud offers is put to use. */
export function logRule(duty: LogDuty): ResourceRule {
  const { subject, log, also = [], id, resources, why, fix, cdk, check } = duty;
  return defineRule({
    id,
    clauses: ['7.1(6)①', '8.1⑤', ...also],
    title: {
      ja: `${subject.ja}は、${log.ja}を取得する`,
      en: `${subject.en} keep ${log.en}`,
    },
    why,
    fix,
    cdk,
    resources,
    ...(duty.duty === undefined ? {} : { duty: duty.duty }),
    ...(duty.relievedBy === undefined ? {} : { relievedBy: duty.relievedBy }),
    ...(duty.appliesTo === undefined ? {} : { appliesTo: duty.appliesTo }),
    check,
  });
}

/** Written, and not the empty text by which some services mean none. A parameter may be left empty. */
export const named: Requirement = satisfying({ ja: '空でない指定', en: 'set, and not empty' }, (value) => {
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === '')) return 'breaks';
  return value.kind === 'unknown' ? 'undetermined' : 'holds';
});

/** States that a list has an item of a value. */
export function lists(list: Field, ...values: readonly string[]): Claim {
  return values
    .map((value) =>
      list
        .items()
        .some((item) => item.must(textEquals(value)))
        .explained(
          list.path,
          { ja: `${value}がない`, en: `without ${value}` },
          { ja: `${value}を含むこと`, en: `to hold ${value}` },
          list.at,
        ),
    )
    .reduce((all, claim) => all.and(claim));
}

function textEquals(text: string): Requirement {
  return satisfying({ ja: text, en: text }, (value) => {
    if (value.kind === 'known') return value.value === text ? 'holds' : 'breaks';
    return value.kind === 'unknown' || value.kind === 'text' ? 'undetermined' : 'breaks';
  });
}

/** States that one of some destinations below a place is switched on. */
export function oneIsOn(place: Field, ...destinations: readonly string[]): Claim {
  return destinations
    .map((name) => place.get(name).get('Enabled').orDefault(false).must(isTrue))
    .reduce((any, claim) => any.or(claim))
    .explained(
      place.path,
      { ja: '有効な出力先なし', en: 'no destination that is switched on' },
      {
        ja: `${destinations.join('、')}のいずれかのEnabledがtrueであること`,
        en: `Enabled: true in one of ${destinations.join(', ')}`,
      },
      place.at,
    );
}

/** States that a list is written and has an item. */
export function hasItem(list: Field): Claim {
  return list
    .items()
    .some((item) => item.present)
    .explained(
      list.path,
      { ja: '指定なし、又は空', en: 'not set, or empty' },
      { ja: '一つ以上の指定', en: 'one item or more' },
      list.at,
    );
}
