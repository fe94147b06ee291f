import { InputError } from '../../errors';
import { kindOf } from '../../exceptions/entry';
import type { Judged } from '../../exceptions/register';
import { printable } from '../../report/words';
import type { Language, Text } from '../../text';
import type { Command } from '../commands';
import type { Io } from '../main';
import { choose, type Options, takesAtMost, takesOnly } from '../options';
import { deliver, pairOutputs } from '../outputs';
import { registerOf, settingOf } from './setting';
import { KIND_NAMES } from './show';

/** Says of each entry whether it counts, and why not; fails where one does not. */
export const verify: Command = (args, options, language, io) => {
  const { entries } = read(args, options);
  report(entries, options, language, io);
  return entries.every(({ reasons }) => reasons.length === 0);
};

/** The whole register. */
export const list: Command = (args, options, language, io) => {
  const { entries } = read(args, options);
  report(entries, options, language, io);
  return true;
};

/** Entries that count and end soon; fails where there are some, so that a nightly run tells somebody. */
export const expireSoon: Command = (args, options, language, io) => {
  const { entries, warningDays } = read(args, options, 'days');
  const days = options.days === undefined ? warningDays : Number(options.days);
  if (!Number.isInteger(days) || days < 0) {
    throw new InputError({ ja: '--days には日数を指定してください', en: '--days must be a number of days' });
  }
  const soon = entries.filter(({ reasons, daysLeft }) => reasons.length === 0 && daysLeft <= days);
  report(soon, options, language, io);
  return soon.length === 0;
};

function read(args: readonly string[], options: Options, ...more: readonly 'days'[]) {
  takesOnly(options, 'exceptions', 'profile', 'format', 'output', 'at', ...more);
  takesAtMost(args, 0);
  const setting = settingOf(options);
  return { ...registerOf(options, setting), warningDays: setting.terms.exceptionWarningDays };
}

function report(entries: readonly Judged[], options: Options, language: Language, io: Io): void {
  for (const { format, file } of pairOutputs(options.format ?? [], options.output ?? [])) {
    deliver(choose({ text: asText, json: asJson }, format, '--format')(entries, language), file, io);
  }
}

function asText(entries: readonly Judged[], language: Language): string {
  if (entries.length === 0) return language === 'ja' ? '該当する申請はありません。\n' : 'There is none.\n';
  return entries
    .map((judged) => {
      const { entry, file, at, lineOf, reasons } = judged;
      const { application, approver, office, expires, rules = [], frozen = [] } = entry;
      const what =
        kindOf(entry) === 'baseline'
          ? { ja: `${frozen.length}件`, en: `${frozen.length} findings` }[language]
          : rules.join(', ');
      const lines = [
        `${application}  ${stateOf(judged)[language]}  ${KIND_NAMES[kindOf(entry)][language]}  ${what}`,
        language === 'ja'
          ? `  承認者${approver}（${office}）、期限${expires}  ${file}:${lineOf(at)}`
          : `  approver ${approver} (${office}), until ${expires}  ${file}:${lineOf(at)}`,
        ...reasons.map(({ text }) => `  - ${text[language]}`),
      ];
      return lines.map((line) => `${printable(line)}\n`).join('');
    })
    .join('');
}

function stateOf({ reasons, daysLeft }: Judged): Text {
  return reasons.length > 0
    ? { ja: '無効', en: 'does not count' }
    : { ja: `有効（あと${daysLeft}日）`, en: `counts (${daysLeft} day${daysLeft === 1 ? '' : 's'} left)` };
}

function asJson(entries: readonly Judged[], language: Language): string {
  const rows = entries.map(({ entry, file, at, lineOf, reasons, daysLeft }) => {
    const { signature: _, ...content } = entry;
    return {
      ...content,
      kind: kindOf(entry),
      counts: reasons.length === 0,
      daysLeft,
      reasons: reasons.map(({ code, text }) => ({ code, message: text[language] })),
      file,
      line: lineOf(at) ?? null,
    };
  });
  return `${JSON.stringify(rows, undefined, 2)}\n`;
}
