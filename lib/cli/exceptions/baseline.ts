import { existsSync } from 'node:fs';
import { checkStacksOfPaths } from '../../check';
import { InputError } from '../../errors';
import { allowances, frozenFindings, keyOf, lowered } from '../../exceptions/baseline';
import { type FrozenFinding, kindOf, type RegisterEntry } from '../../exceptions/entry';
import type { Judged, JudgedRegister } from '../../exceptions/register';
import { addEntry, writeRemaining } from '../../exceptions/write-register';
import type { Finding } from '../../finding';
import type { Profile } from '../../policy/profile';
import { printable } from '../../report/words';
import type { Text } from '../../text';
import type { Command } from '../commands';
import { dayGiven, type Options, pathsOf, takesOnly, zoneOf } from '../options';
import { draftOf } from './drafts';
import { registerOf, registerPath, settingOf } from './setting';

/**
 * Freezes what blocks today as one application with an end, so that only what is new fails. Where the register has a
 * baseline already, lowers it to what is still there; nothing raises it.
 */
export const baseline: Command = (args, options, language, io) => {
  takesOnly(
    options,
    'exceptions',
    'application',
    'reason',
    'measures',
    'applicant',
    'approver',
    'office',
    'starts',
    'expires',
    'reported',
    'profile',
    'zone',
    'at',
  );
  const path = registerPath(options);
  const setting = settingOf(options);
  const register = existsSync(path) ? registerOf(options, setting) : undefined;
  const { findings, stacks } = check(args, options, register !== undefined);
  const say = (text: Text) => io.stdout(`${printable(text[language])}\n`);
  const existing = register?.entries.filter(({ entry }) => kindOf(entry) === 'baseline') ?? [];
  if (register !== undefined && existing.length > 0) {
    return lower(existing, register, { findings, stacks, terms: setting.terms }, say);
  }
  const blocking = findings.filter(({ blocking }) => blocking);
  const kept = blocking.filter(({ rule }) => !setting.terms.unwaivableRules.includes(rule));
  if (kept.length === 0) {
    say({ ja: '凍結すべき指摘はありません。', en: 'There is nothing to freeze.' });
    return blocking.length === 0;
  }
  const entry = draft(frozenFindings(kept), options, setting.today);
  const file = addEntry(path, entry);
  say({
    ja: `${file}に${entry.application}を書きました（指摘${kept.length}件）。exceptions signで署名するまでは効力がありません。`,
    en: `${entry.application} is written to ${file}, with ${kept.length} finding${kept.length === 1 ? '' : 's'}. It counts once it is signed with \`exceptions sign\`.`,
  });
  return tellOthers(blocking.length - kept.length, say);
};

type Say = (text: Text) => void;

function check(args: readonly string[], options: Options, withRegister: boolean) {
  const { profile, exceptions, at } = options;
  const zone = zoneOf(options);
  const { assessment, stacks } = checkStacksOfPaths(pathsOf(args), {
    ...(profile === undefined ? {} : { profile }),
    ...(zone === undefined ? {} : { zone }),
    ...(exceptions === undefined || !withRegister ? {} : { exceptions }),
    ...(at === undefined ? {} : { today: settingOf(options).today }),
  });
  return { findings: assessment.findings, stacks };
}

function draft(frozen: readonly FrozenFinding[], options: Options, today: string): RegisterEntry {
  const { application, applied, starts, expires, ...who } = draftOf(options, today);
  const reported = dayGiven(options, 'reported');
  return {
    application,
    kind: 'baseline',
    frozen,
    ...who,
    applied,
    ...(reported === undefined ? {} : { reported }),
    starts,
    expires,
  };
}

function lower(
  existing: readonly Judged[],
  register: JudgedRegister,
  { findings, stacks, terms }: { findings: readonly Finding[]; stacks: ReadonlySet<string>; terms: Profile },
  say: Say,
): boolean {
  const frozen = frozenFindings(
    findings.filter(({ blocking, exception }) => blocking || exception?.kind === 'baseline'),
  );
  const seen = new Map(frozen.map((row) => [keyOf(row), row.count]));
  const covered = new Set<string>();
  for (const judged of existing) {
    const { entry } = judged;
    if (entry.signature === undefined) {
      throw new InputError(
        {
          ja: `${entry.application}はまだ署名されていません。署名するか、削除してから凍結し直してください`,
          en: `${entry.application} is not signed yet: have it signed, or remove it and freeze anew`,
        },
        judged.file,
        judged.lineOf(judged.at),
      );
    }
    const allowed = allowances(entry, register.remaining);
    // What is not under check is left as it is.
    const elsewhere = [...allowed.values()].filter(({ stack }) => stack !== '' && !stacks.has(stack));
    const left = [...lowered(allowed, seen), ...elsewhere];
    for (const row of allowed.values()) if ((seen.get(keyOf(row)) ?? 0) <= row.count) covered.add(keyOf(row));
    const [before, after] = [[...allowed.values()], left].map((rows) =>
      rows.reduce((sum, { count }) => sum + count, 0),
    ) as [number, number];
    if (after < before) writeRemaining(judged, left);
    say({
      ja: `${entry.application}：残り${after}件（${before - after}件解消）、期限${entry.expires}`,
      en: `${entry.application}: ${after} left (${before - after} worked off), until ${entry.expires}`,
    });
  }
  const others = findings.filter(
    ({ blocking, rule }) => blocking && !isAbout(rule) && !terms.unwaivableRules.includes(rule),
  );
  const fresh = frozenFindings(others).filter((row) => !covered.has(keyOf(row)));
  return tellOthers(fresh.length, say);
}

/** That the baseline is loose is what this mends. */
function isAbout(rule: string): boolean {
  return rule === 'BaselineOnlyShrinks';
}

function tellOthers(count: number, say: Say): boolean {
  if (count === 0) return true;
  say({
    ja: `凍結に含まれない、配備を止める指摘が${count}件あります。解消するか、例外措置を申請してください。`,
    en: `${count} that block${count === 1 ? 's' : ''} ${count === 1 ? 'is' : 'are'} not in the baseline: mend them, or apply for an exception.`,
  });
  return false;
}
