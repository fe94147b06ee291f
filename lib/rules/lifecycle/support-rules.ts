import { byAlternative } from '../../analysis/network/alternatives';
import { chosenByAws, type Lookup, supported, type Terms, untold } from '../../analysis/support/claim';
import { type ENGINES, engineLookup } from '../../analysis/support/engines';
import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { concat, type Text } from '../../text';
import { type Context, defineRule, type Relief, type ResourceRule } from '../define';

/** No software that loses its developer's support during the planned use. */
export const SUPPORT_CLAUSES = ['7.4(1)⑦'] as const;

/** What differs between services whose version a template names. */
export interface SupportDuty {
  readonly id: string;
  readonly resources: readonly string[];
  /** What is supported, in the plural. */
  readonly subject: Text;
  /** What a known hole would lay open there, as a sentence. */
  readonly stake: Text;
  /** The property, and what to write there. */
  readonly fix: Text;
  readonly cdk: Text;
  readonly relievedBy?: readonly Relief[];
  readonly check: ResourceRule['check'];
}

export function supportRule({ subject, stake, ...duty }: SupportDuty): ResourceRule {
  return defineRule({
    ...duty,
    clauses: SUPPORT_CLAUSES,
    title: {
      ja: `${subject.ja}は、利用予定の期間中、開発元のサポートが続く版とする`,
      en: `${subject.en} are of a version that its developer supports for the whole planned use`,
    },
    why: concat(stake, {
      ja: 'サポートの終わった版では、新たな脆弱性が修正されないまま残る。期限が先に分かっていれば、更新を間に合わせられる。',
      en: ' In a version without support new vulnerabilities stay open. An end that is known in advance leaves time to upgrade.',
    }),
  });
}

/** The version in a property; without one, AWS chooses a version at deployment. */
export function versionAt(
  path: string,
  lookup: Lookup,
  absent = chosenByAws,
  terms?: Terms,
): ResourceRule['check'] {
  return (resource, context) => {
    const field = resource.get(path);
    return supported(resource, field, lookup, context, absent(field), terms);
  };
}

/** The version of an engine that another property names. */
export function engineVersion(
  resource: Resource,
  family: keyof typeof ENGINES,
  engine: Field,
  version: Field,
  context: Context,
  terms?: Terms,
): Claim {
  return byAlternative(engine, (value) => {
    if (value.kind !== 'known') return untold(engine, value);
    const lookup = engineLookup(family, String(value.value));
    if (lookup === undefined) return untold(engine, value);
    return supported(resource, version, lookup, context, chosenByAws(version), terms);
  });
}

/** The template asks for the extended support of RDS in so many words. What AWS does unasked is nobody's decision. */
export function asksForExtendedSupport(resource: Resource): Claim {
  return resource.get('EngineLifecycleSupport').must(equals('open-source-rds-extended-support'));
}

export function upgradesAutomatically(resource: Resource): Claim {
  return resource.get('AutoMinorVersionUpgrade').orDefault(true).must(isTrue);
}

/** What is built into a container image is not seen in a template. */
export function containerImage(field: Field): Claim {
  return field.states(
    'needed',
    {
      ja: 'コンテナイメージ（その中のソフトウェアは見えない）',
      en: 'a container image, whose software is not seen',
    },
    {
      ja: '利用予定の期間中サポートのあるソフトウェアによるイメージ',
      en: 'an image of software that is supported for the planned use',
    },
  );
}

/** Without its value nothing can be told. */
export function notWritten(field: Field): Claim {
  return field.must({
    text: { ja: '指定があること', en: 'set' },
    test: () => 'undetermined',
  });
}
