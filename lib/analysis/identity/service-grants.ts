import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import { satisfying } from '../../model/requirement';
import { UNDETERMINED } from '../network/alternatives';
import { type Statement, textTest } from '../policy-document';
import { type Conditions, conditionsOf, type Entry } from './conditions';

/** The services of AWS that a statement names, as in `logs` or `logging.s3`. */
export function servicesOf({
  principal,
}: Statement): readonly { readonly name: string; readonly when: Guard }[] {
  return principal
    .get('Service')
    .items()
    .known.flatMap((item) =>
      item.alternatives.flatMap(({ when, value }) => {
        const first =
          value.kind === 'text' ? value.parts[0] : value.kind === 'known' ? value.value : undefined;
        if (typeof first !== 'string') return [];
        const name = first.toLowerCase().replace(/(\.[a-z]{2}(-[a-z]+)+-\d)?\.amazonaws\.com.*$|\.$/, '');
        return [{ name, when: when.and(item.given) }];
      }),
    );
}

/** Whether a statement names one of some services, or any at all. */
export function namesService(statement: Statement, services?: ReadonlySet<string>): Claim {
  return Claim.any(
    servicesOf(statement)
      .filter(({ name }) => services === undefined || services.has(name))
      .map(({ when }) => Claim.when(when)),
  );
}

/** Keys by which a service says on whose behalf, or for which resource, it comes. */
const SOURCE =
  /^(aws:source(account|arn|orgid|orgpaths|owner)|kms:(encryptioncontext:.+|calleraccount|viaservice))$/;

/** Whether a statement says on whose behalf a service comes. */
export function namesSource({ condition }: Statement): Claim {
  return limitsSource(conditionsOf(condition));
}

function limitsSource({ entries, open }: Conditions): Claim {
  return Claim.any([
    ...entries.map((entry) => limits(entry).and(Claim.when(entry.when))),
    ...open.map(({ when }) => UNDETERMINED.and(Claim.when(when))),
  ]);
}

function limits({ key, operator, values }: Entry): Claim {
  const { base, ifExists, forAllValues } = operator;
  if (!SOURCE.test(key) || ifExists || forAllValues || base.includes('not') || base === 'null')
    return Claim.BREAKS;
  if (!base.includes('like') && !base.startsWith('arn')) return Claim.HOLDS;
  const any = values.some((value) => value.must(anyText));
  return new Claim(any.breaks, any.holds);
}

const anyText = satisfying({ ja: '全ての値', en: 'every value' }, (value) =>
  value.kind === 'unknown' || value.kind === 'text' || value.kind === 'reference'
    ? 'breaks'
    : textTest(value, (text) => /^[*?]+$/.test(text)),
);
