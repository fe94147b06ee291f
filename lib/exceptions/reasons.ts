import type { Profile, TrustedKey } from '../policy/profile';
import type { Text } from '../text';
import { kindOf, type RegisterEntry } from './entry';
import { readSignature, type TrustedKeys } from './signature';

/** Why an entry does not count. */
export type RefusalCode =
  | 'unsigned'
  | 'unreadable-signature'
  | 'untrusted-key'
  | 'altered'
  | 'other-office'
  | 'revoked-key'
  | 'key-not-valid'
  | 'other-approver'
  | 'self-approved'
  | 'not-approved'
  | 'unwaivable'
  | 'term-too-long'
  | 'not-reported'
  | 'dated-ahead'
  | 'ends-before-start'
  | 'not-yet-valid'
  | 'expired';

export interface Reason {
  readonly code: RefusalCode;
  readonly text: Text;
}

/** What entries are held against. */
export interface Terms
  extends Pick<
    Profile,
    | 'maximumExceptionDays'
    | 'maximumEmergencyDays'
    | 'maximumBaselineDays'
    | 'emergencyReportDays'
    | 'exceptionWarningDays'
    | 'unwaivableRules'
    | 'trustedKeys'
  > {}

/**
 * All that keeps an entry from counting on a day: of its signature the first thing that is wrong with it, and whatever
 * else there is. None: it counts.
 *
 * @throws InputError for a trusted key that is none
 */
export function reasonsAgainst(
  entry: RegisterEntry,
  today: string,
  terms: Terms,
  keys: TrustedKeys,
): readonly Reason[] {
  return [signatureFault(entry, today, keys), ...reasonsBesideSignature(entry, today, terms)].filter(
    (reason) => reason !== undefined,
  );
}

/** What would keep an entry from counting if a key signed it today. */
export function reasonsAgainstSigning(
  entry: RegisterEntry,
  key: TrustedKey,
  today: string,
  terms: Terms,
): readonly Reason[] {
  return [keyFault(entry, key, today), ...reasonsBesideSignature(entry, today, terms)].filter(
    (reason) => reason !== undefined,
  );
}

function reasonsBesideSignature(
  entry: RegisterEntry,
  today: string,
  terms: Terms,
): readonly (Reason | undefined)[] {
  return [
    kindOf(entry) === 'regular' ? approvalFault(entry, today) : reportFault(entry, today, terms),
    unwaivable(entry, terms),
    tooLong(entry, terms),
    termFault(entry, today),
  ];
}

function reason(code: RefusalCode, ja: string, en: string): Reason {
  return { code, text: { ja, en } };
}

function signatureFault(entry: RegisterEntry, today: string, keys: TrustedKeys): Reason | undefined {
  if (entry.signature === undefined) {
    return reason('unsigned', '署名がない', 'it is not signed');
  }
  const signed = readSignature(entry.signature);
  if (signed === undefined) {
    return reason(
      'unreadable-signature',
      '署名が例外措置の署名の形式でない（EdDSA又はES256のみ）',
      'its signature is none for an exception (EdDSA and ES256 only)',
    );
  }
  const key = keys.get(signed.header.kid);
  if (key === undefined) {
    return reason(
      'untrusted-key',
      `プロファイルのtrustedKeysにない鍵${signed.header.kid}で署名されている`,
      `it is signed with the key ${signed.header.kid}, which the profile does not trust`,
    );
  }
  if (!keys.verifies(entry, signed, key)) {
    return reason(
      'altered',
      '署名が内容と合わない（署名の後に変更されたか、別の鍵で署名された）',
      'its signature does not fit its content: it was altered after it was signed, or signed with another key',
    );
  }
  return keyFault(entry, key, today);
}

/** The day on which an entry was signed, as far as it says so itself. */
function dayOfSignature({ decided, reported, applied }: RegisterEntry): string {
  return decided ?? reported ?? applied;
}

function keyFault(entry: RegisterEntry, key: TrustedKey, today: string): Reason | undefined {
  const { id, office, holder, validFrom, validUntil, revoked } = key;
  const day = dayOfSignature(entry);
  if (revoked !== undefined && today >= revoked) {
    return reason(
      'revoked-key',
      `署名した鍵${id}は${revoked}に失効した`,
      `the key ${id} that signed it was revoked on ${revoked}`,
    );
  }
  if (office !== entry.office) {
    return reason(
      'other-office',
      `鍵${id}は${office}のものであり、${entry.office}として署名できない`,
      `the key ${id} is that of ${office} and does not sign for ${entry.office}`,
    );
  }
  if (day < validFrom || day > validUntil) {
    return reason(
      'key-not-valid',
      `鍵${id}は${day}には有効でなかった（${validFrom}から${validUntil}まで）`,
      `the key ${id} was not valid on ${day} (it is from ${validFrom} to ${validUntil})`,
    );
  }
  if (holder === undefined) return undefined;
  // Whoever answers for it signs it: the approver, and where nobody approved, the applicant or whoever was told.
  if (kindOf(entry) === 'regular') {
    if (isSame(holder, entry.applicant)) {
      return reason(
        'self-approved',
        `申請者${holder}が自らの鍵${id}で承認している`,
        `its applicant ${holder} approved it with the own key ${id}`,
      );
    }
    if (isSame(holder, entry.approver)) return undefined;
  } else if ([entry.applicant, entry.approver].some((name) => isSame(holder, name))) return undefined;
  return reason(
    'other-approver',
    `鍵${id}は${holder}のものであり、台帳の${entry.approver}のものでない`,
    `the key ${id} is held by ${holder}, who is not the ${entry.approver} that the entry names`,
  );
}

/** The same name, however it is written: full width, spaces, capitals. */
function isSame(a: string, b: string): boolean {
  const bare = (name: string) => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  return bare(a) === bare(b);
}

function approvalFault(entry: RegisterEntry, today: string): Reason | undefined {
  const { decision, decided, applicant, approver } = entry;
  if (decision !== 'approved') {
    const said = { rejected: '却下', pending: '審査中' }[decision ?? 'pending'];
    return reason(
      'not-approved',
      `承認されていない（${said}）`,
      `it is not approved (${decision ?? 'pending'})`,
    );
  }
  if (isSame(applicant, approver)) {
    return reason('self-approved', '申請者と承認者が同じである', 'applicant and approver are the same');
  }
  if (decided !== undefined && decided > today) {
    return reason('dated-ahead', '決定日が将来の日である', 'it is decided on a day to come');
  }
  return undefined;
}

/** 8.4(2): what is taken without prior approval is reported soon afterwards. */
function reportFault(
  { starts, reported }: RegisterEntry,
  today: string,
  { emergencyReportDays }: Terms,
): Reason | undefined {
  if (reported !== undefined && reported > today) {
    return reason('dated-ahead', '報告日が将来の日である', 'it is reported on a day to come');
  }
  if (daysBetween(starts, reported ?? today) <= emergencyReportDays) return undefined;
  return reported === undefined
    ? reason(
        'not-reported',
        `事前の承認のない例外措置が${emergencyReportDays}日以内にCISOへ報告されていない`,
        `an exception without prior approval that was not reported to the CISO within ${emergencyReportDays} days`,
      )
    : reason(
        'not-reported',
        `事前の承認のない例外措置の報告が${emergencyReportDays}日より遅い`,
        `an exception without prior approval that was reported later than after ${emergencyReportDays} days`,
      );
}

function unwaivable(
  { rules = [], frozen = [] }: RegisterEntry,
  { unwaivableRules }: Terms,
): Reason | undefined {
  const named = [...new Set([...rules, ...frozen.map(({ rule }) => rule)])];
  const lifted = named.filter((rule) => unwaivableRules.includes(rule));
  return lifted.length === 0
    ? undefined
    : reason(
        'unwaivable',
        `例外措置を認めない規則を含む（${lifted.join('、')}）`,
        `it names a rule that no exception lifts (${lifted.join(', ')})`,
      );
}

function tooLong(entry: RegisterEntry, terms: Terms): Reason | undefined {
  const longest = {
    regular: terms.maximumExceptionDays,
    emergency: terms.maximumEmergencyDays,
    baseline: terms.maximumBaselineDays,
  }[kindOf(entry)];
  if (daysBetween(entry.starts, entry.expires) < longest) return undefined;
  return reason('term-too-long', `期間が${longest}日を超えている`, `it lasts longer than ${longest} days`);
}

function termFault({ starts, expires }: RegisterEntry, today: string): Reason | undefined {
  if (expires < starts) {
    return reason('ends-before-start', '期限が開始日より前である', 'it ends before it starts');
  }
  if (today < starts) {
    return reason('not-yet-valid', `${starts}までは有効でない`, `it is not valid before ${starts}`);
  }
  if (today > expires) {
    return reason('expired', `${expires}に期限が切れた`, `it expired after ${expires}`);
  }
  return undefined;
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
