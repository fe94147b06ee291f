import type { Register } from '../assess';
import { readConfig } from '../config-file';
import { InputError } from '../errors';
import type { Finding } from '../finding';
import { dayInJapan } from '../policy/calendar';
import { MIYAZAKI, type Profile } from '../policy/profile';
import type { Refusal } from '../rules/define';
import type { Text } from '../text';
import { REGISTER_SCHEMA, type RegisterEntry } from './register-schema';

/**
 * Reads the register of exceptions. What it says of approval is taken at its word: who may change the file
 * is for the repository to guard (code owners, protected branches).
 *
 * @param now the moment that terms are compared with; days are those of Asia/Tokyo
 * @throws InputError with every fault of the file and its line
 */
export function loadRegister(
  file: string,
  knownRules: ReadonlySet<string>,
  now: Date = new Date(),
  terms: EmergencyTerms = MIYAZAKI,
): Register {
  const { data, lineOf } = readConfig<{ exceptions: readonly RegisterEntry[] }>(file, REGISTER_SCHEMA);
  const today = dayInJapan(now);
  const counting: RegisterEntry[] = [];
  const refusals: Refusal[] = [];
  const applications = new Set<string>();
  for (const [index, entry] of data.exceptions.entries()) {
    const line = lineOf(['exceptions', String(index)]);
    const stranger = entry.rules.find((rule) => !knownRules.has(rule));
    if (stranger !== undefined) {
      throw new InputError(
        { ja: `規則${stranger}はありません`, en: `there is no rule ${stranger}` },
        file,
        lineOf(['exceptions', String(index), 'rules']),
      );
    }
    if (applications.has(entry.application)) {
      throw new InputError(
        {
          ja: `申請番号${entry.application}が二度使われています`,
          en: `the application number ${entry.application} is used twice`,
        },
        file,
        line,
      );
    }
    applications.add(entry.application);
    const isEmergency = entry.kind === 'emergency';
    const reason =
      termRefusal(entry, today) ?? (isEmergency ? unreported(entry, today, terms) : unapproved(entry));
    if (reason === undefined) counting.push(entry);
    else refusals.push({ application: entry.application, file, line, reason, isEmergency });
  }
  return {
    refusals,
    covers: (finding) => {
      const entry = counting.find((candidate) => inScope(candidate, finding));
      if (entry === undefined) return undefined;
      const { application, approver, expires } = entry;
      return { application, approver, expires };
    },
  };
}

/** How long an emergency may last, and how soon it is reported (8.4(2)). */
type EmergencyTerms = Pick<Profile, 'maximumEmergencyDays' | 'emergencyReportDays'>;

function unapproved(entry: RegisterEntry): Text | undefined {
  if (entry.decision !== 'approved') {
    return { ja: `承認されていない（${entry.decision}）`, en: `it is not approved (${entry.decision})` };
  }
  if (entry.applicant.trim() === entry.approver.trim()) {
    return { ja: '申請者と承認者が同じである', en: 'applicant and approver are the same' };
  }
  return undefined;
}

function unreported(
  { starts, expires, reported }: RegisterEntry,
  today: string,
  { maximumEmergencyDays, emergencyReportDays }: EmergencyTerms,
): Text | undefined {
  if (daysBetween(starts, expires) >= maximumEmergencyDays) {
    return {
      ja: `緊急時の例外措置の期間が${maximumEmergencyDays}日を超えている`,
      en: `an emergency that lasts longer than ${maximumEmergencyDays} days`,
    };
  }
  if (reported !== undefined && reported > today) {
    return { ja: '報告日が将来の日である', en: 'it is reported on a day to come' };
  }
  const late = (day: string) => daysBetween(starts, day) > emergencyReportDays;
  if (late(reported ?? today)) {
    return reported === undefined
      ? {
          ja: `緊急時の例外措置が${emergencyReportDays}日以内にCISOへ報告されていない`,
          en: `an emergency that was not reported to the CISO within ${emergencyReportDays} days`,
        }
      : {
          ja: `緊急時の例外措置の報告が${emergencyReportDays}日より遅い`,
          en: `an emergency that was reported later than after ${emergencyReportDays} days`,
        };
  }
  return undefined;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function termRefusal(entry: RegisterEntry, today: string): Text | undefined {
  if (entry.expires < entry.starts) {
    return { ja: '終了日が開始日より前である', en: 'it ends before it starts' };
  }
  if (today < entry.starts)
    return { ja: `${entry.starts}までは有効でない`, en: `it is not valid before ${entry.starts}` };
  if (today > entry.expires)
    return { ja: `${entry.expires}に期限が切れた`, en: `it expired after ${entry.expires}` };
  return undefined;
}

function inScope({ rules, scope }: RegisterEntry, { rule, zone, resource }: Finding): boolean {
  if (!rules.includes(rule)) return false;
  const stacks = [resource.stack, resource.template];
  const paths = [resource.constructPath, resource.logicalId];
  return (
    (scope.stacks === undefined || scope.stacks.some((stack) => stacks.includes(stack))) &&
    (scope.zones === undefined || (zone !== undefined && scope.zones.includes(zone))) &&
    (scope.resources === undefined ||
      scope.resources.some((path) =>
        paths.some((own) => own !== undefined && (own === path || own.startsWith(`${path}/`))),
      ))
  );
}
