import type { Register } from '../assess';
import type { Exceptable, Exception } from '../finding';
import { dayInJapan } from '../policy/calendar';
import { MIYAZAKI } from '../policy/profile';
import type { Place, RegisterNote, RegisterTopic } from '../rules/define';
import { joinTexts, type Text } from '../text';
import { allowances, BaselineInUse } from './baseline';
import { kindOf, type Remaining } from './entry';
import { NAG_PREFIX } from './nag-prefix';
import { type Located, readRegister } from './read-register';
import { daysBetween, type Reason, reasonsAgainst, type Terms } from './reasons';
import { holdsAt, ScopeIndex } from './scope-index';
import { TrustedKeys } from './signature';

export interface RegisterOptions {
  /** Ids of the product's rules. */
  readonly knownRules: ReadonlySet<string>;
  /** Keys and figures that entries are held against. @default - those of Miyazaki, which trust no key */
  readonly terms?: Terms;
  /** The day that terms are compared with, YYYY-MM-DD in Asia/Tokyo. @default - today there */
  readonly today?: string;
  /** Names of the stacks (else files of the templates) under check. @default - all that baselines speak of */
  readonly stacks?: ReadonlySet<string>;
}

/** An entry that was held against the terms. */
export interface Judged extends Located {
  /** Why it does not count; empty where it does. */
  readonly reasons: readonly Reason[];
  /** Days that are left, 0 on the last one. */
  readonly daysLeft: number;
}

export interface JudgedRegister {
  readonly entries: readonly Judged[];
  readonly remaining: Remaining;
}

/**
 * Reads the register of exceptions and holds each entry against the terms and the trusted keys.
 *
 * @param path a YAML file, or a folder of them
 * @throws InputError with every fault of the files and its line
 */
export function judgeRegister(
  path: string,
  { knownRules, terms = MIYAZAKI, today = dayInJapan() }: RegisterOptions,
): JudgedRegister {
  const { entries, ...rest } = readRegister(
    path,
    (rule) => knownRules.has(rule) || rule.startsWith(NAG_PREFIX),
  );
  const keys = new TrustedKeys(terms);
  return {
    ...rest,
    entries: entries.map((located) => ({
      ...located,
      reasons: reasonsAgainst(located.entry, today, terms, keys),
      daysLeft: daysBetween(today, located.entry.expires),
    })),
  };
}

/** The register as the engine asks it. @throws InputError with every fault of the files and its line */
export function loadRegister(path: string, options: RegisterOptions): Register {
  const { entries, remaining } = judgeRegister(path, options);
  return new LoadedRegister(entries, remaining, options);
}

class LoadedRegister implements Register {
  private readonly counting: readonly Judged[];
  private readonly index: ScopeIndex<Judged>;
  private readonly baselines: ReadonlyMap<Judged, BaselineInUse>;

  constructor(
    private readonly entries: readonly Judged[],
    remaining: Remaining,
    private readonly options: RegisterOptions,
  ) {
    this.counting = entries.filter(({ reasons }) => reasons.length === 0);
    this.index = new ScopeIndex(this.counting);
    this.baselines = new Map(
      this.counting
        .filter(({ entry }) => kindOf(entry) === 'baseline')
        .map((judged) => [judged, new BaselineInUse(allowances(judged.entry, remaining))]),
    );
  }

  covers(finding: Exceptable, cited: readonly string[]): Exception | undefined {
    const found =
      this.index.find(finding, cited) ??
      // What holds up nothing needs no baseline.
      (finding.blocking ? [...this.baselines].find(([, inUse]) => inUse.covers(finding))?.[0] : undefined);
    if (found === undefined) return undefined;
    const { application, approver, office, expires } = found.entry;
    return { application, kind: kindOf(found.entry), approver, office, expires };
  }

  notes(topic: RegisterTopic): readonly RegisterNote[] {
    switch (topic) {
      case 'refused':
        return this.refused(({ entry }) => kindOf(entry) === 'regular');
      case 'refused-unapproved':
        return this.refused(({ entry }) => kindOf(entry) !== 'regular');
      case 'expiring':
        return this.counting
          .filter(({ daysLeft }) => daysLeft <= (this.options.terms ?? MIYAZAKI).exceptionWarningDays)
          .map((judged) => note(judged, expiring(judged)));
      case 'unused':
        return this.counting
          .filter((judged) => isJudgedHere(judged) && !this.isUsed(judged))
          .map((judged) =>
            note(judged, { ja: 'どの指摘にも当たらない', en: 'it matches no finding any more' }),
          );
      case 'loose':
        return this.counting.flatMap((judged) => this.loose(judged));
    }
  }

  citationFault(application: string, place: Place): Text | undefined {
    const cited = this.entries.find(({ entry }) => entry.application === application);
    if (cited === undefined) {
      return { ja: `申請番号${application}は台帳にない`, en: `${application} is not in the register` };
    }
    if (cited.reasons.length > 0) {
      const why = joinTexts(
        cited.reasons.map(({ text }) => text),
        { ja: '、', en: '; ' },
      );
      return {
        ja: `申請番号${application}は有効でない（${why.ja}）`,
        en: `${application} does not count (${why.en})`,
      };
    }
    return cited.entry.scope === undefined || holdsAt(cited.entry.scope, place)
      ? undefined
      : {
          ja: `申請番号${application}の範囲にこのリソースは含まれない`,
          en: `this resource is not in the scope of ${application}`,
        };
  }

  holdsAt(rule: string, place: Place): boolean {
    if (this.index.hasFor(rule, place)) return true;
    const stack = place.stack ?? place.template;
    return [...this.baselines.values()].some(({ allowed }) =>
      [...allowed.values()].some(
        (row) => row.rule === rule && row.stack === stack && row.resource === (place.logicalId ?? ''),
      ),
    );
  }

  private refused(which: (judged: Judged) => boolean): readonly RegisterNote[] {
    return this.entries
      .filter((judged) => judged.reasons.length > 0 && which(judged))
      .map((judged) =>
        note(
          judged,
          joinTexts(
            judged.reasons.map(({ text }) => text),
            { ja: '。', en: '; ' },
          ),
        ),
      );
  }

  private isUsed(judged: Judged): boolean {
    const inUse = this.baselines.get(judged);
    return inUse === undefined ? this.index.matched.has(judged) : inUse.allowed.size > 0;
  }

  private loose(judged: Judged): readonly RegisterNote[] {
    const inUse = this.baselines.get(judged);
    if (inUse === undefined) return [];
    const stacks = this.options.stacks ?? new Set([...inUse.allowed.values()].map(({ stack }) => stack));
    const rows = inUse.loose(stacks);
    if (rows.length === 0) return [];
    const shown = rows.slice(0, 3).map(({ rule, stack, resource }) => `${rule} ${stack}/${resource}`);
    const more = rows.length - shown.length;
    return [
      note(judged, {
        ja: `既に解消したものを${rows.length}件許容している（${shown.join('、')}${more > 0 ? `ほか${more}件` : ''}）`,
        en: `it still allows ${rows.length} that ${rows.length === 1 ? 'is' : 'are'} mended already (${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''})`,
      }),
    ];
  }
}

/** Only a CDK app with cdk-nag can tell whether an exception to its rules is needed. */
function isJudgedHere({ entry: { rules = [] } }: Judged): boolean {
  return !rules.some((rule) => rule.startsWith(NAG_PREFIX));
}

function expiring({ entry: { expires }, daysLeft }: Judged): Text {
  const days = { ja: `あと${daysLeft}日`, en: `in ${daysLeft} day${daysLeft === 1 ? '' : 's'}` };
  return daysLeft === 0
    ? { ja: `${expires}（本日）に期限が切れる`, en: `it expires today, at the end of ${expires}` }
    : { ja: `${expires}に期限が切れる（${days.ja}）`, en: `it expires at the end of ${expires}, ${days.en}` };
}

function note({ entry, file, at, lineOf }: Judged, said: Text): RegisterNote {
  return { application: entry.application, file, line: lineOf(at), said };
}
