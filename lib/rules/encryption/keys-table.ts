import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { customerManagedKey } from '../../model/keys';
import { isTrue, present, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { concat, plain, type Text } from '../../text';
import { type Context, defineRule, type Relief, type ResourceRule } from '../define';

/** Encryption of sufficient strength, kept confidential in the cloud, and undone by destroying its key. */
const AT_REST = ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)', '9.2(7)③'] as const;

/** Says how one resource stands; `key` is the requirement of a customer managed key. */
export type KeyCheck = (resource: Resource, key: Requirement, context: Context) => Claim;

/** What differs between services that encrypt what they store. */
export interface KeyDuty {
  readonly id: string;
  readonly resources: readonly string[];
  /** What is encrypted, in the plural. */
  readonly subject: Text;
  /** What of the city lies there, as a sentence: why the key matters. */
  readonly holds: Text;
  /** What to write in a template, as a clause. */
  readonly write: Text;
  /** What it means when nothing is written. */
  readonly otherwise: Text;
  /** What to write in CDK. */
  readonly cdk: Text;
  readonly duty?: 'must' | 'should';
  readonly relievedBy?: readonly Relief[];
  readonly check: KeyCheck;
}

/** What goes wrong with any other key, behind what lies there. */
const UNDER_ANOTHER_KEY: Text = {
  ja: '市の管理する鍵でなければ、情報資産の廃棄の際に鍵を廃棄して復元困難にすることも、鍵ポリシーで復号できる者を限ることもできない。',
  en: ' Unless the city manages the key, it can neither make what lies there unrecoverable by destroying the key nor limit by a key policy who decrypts it.',
};

/**
 * A rule that asks for a customer managed key. A key that AWS owns or manages cannot be destroyed by the
 * municipality, nor can its policy keep anybody out, so it does not fulfil 9.2(7)③.
 */
export function customerManagedKeyRule(duty: KeyDuty): ResourceRule {
  const { id, resources, subject, holds, write, otherwise, cdk, check } = duty;
  return defineRule({
    id,
    clauses: AT_REST,
    title: {
      ja: `${subject.ja}は、顧客管理の暗号鍵で暗号化する`,
      en: `${subject.en} are encrypted with a customer managed key`,
    },
    why: concat(holds, UNDER_ANOTHER_KEY),
    fix: {
      ja: `${write.ja}。指定しない場合は${otherwise.ja}。`,
      en: `${write.en}. Without it, ${otherwise.en}.`,
    },
    cdk,
    ...(duty.duty === undefined ? {} : { duty: duty.duty }),
    ...(duty.relievedBy === undefined ? {} : { relievedBy: duty.relievedBy }),
    resources,
    appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
    check: (resource, context) =>
      check(resource, customerManagedKey(context.profile.facts.customerManagedKeys), context),
  });
}

/** The key at a path, and all switches on. */
export function keyAt(path: string, ...switches: readonly string[]): KeyCheck {
  return (resource, key) =>
    Claim.all(switches.map((name) => resource.get(name).must(isTrue))).and(resource.get(path).must(key));
}

/** Words for the common case of one property that names the key. */
export function writeKey(path: string, ...switches: readonly string[]): Text {
  const on: Text =
    switches.length === 0
      ? plain('')
      : { ja: `${switches.join('及び')}をtrueとし、`, en: `${switches.join(' and ')} to true, and ` };
  return concat({ ja: '', en: 'Set ' }, on, {
    ja: `${path}に顧客管理のKMSキーを指定してください`,
    en: `${path} to a customer managed key`,
  });
}

/** The same key requirement where, without a key, that of something outside of the resource is used. */
export function orInherited(key: Requirement): Requirement {
  return { ...key, test: (value) => (value.kind === 'absent' ? 'undetermined' : key.test(value)) };
}

/** Says that a property is written. */
export function isSet(field: Field): Claim {
  return field.must(present);
}

/** At least one item makes the claim hold; where no list is written, it says what that means. */
export function someItem(list: Field, otherwise: Text, required: Text, claim: (item: Field) => Claim): Claim {
  const unsaid = byAlternative(list, ({ kind }) =>
    kind === 'absent'
      ? list.states(
          'breaks',
          concat({ ja: '指定なし（', en: 'not set (' }, otherwise, { ja: '）', en: ')' }),
          required,
        )
      : Claim.BREAKS,
  );
  return list.items().some(claim).or(unsaid);
}
