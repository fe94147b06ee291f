import type { Exception, Finding, Severity, Verdict } from '../finding';
import type { Priority } from '../priority';
import type { Language, Text } from '../text';

export const VERDICTS: Readonly<Record<Verdict | 'compliant', Text>> = {
  compliant: { ja: '適合', en: 'compliant' },
  violation: { ja: '不適合', en: 'violation' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  evidence: { ja: '要証跡', en: 'evidence needed' },
  excepted: { ja: '例外措置中', en: 'excepted' },
};

export const SEVERITIES: Readonly<Record<Severity, Text>> = {
  error: { ja: '必須', en: 'error' },
  warning: { ja: '警告', en: 'warning' },
  info: { ja: '情報', en: 'info' },
};

export const PRIORITIES: Readonly<Record<Priority, Text>> = {
  critical: { ja: '最優先', en: 'critical' },
  high: { ja: '優先度高', en: 'high priority' },
  medium: { ja: '優先度中', en: 'medium priority' },
  low: { ja: '優先度低', en: 'low priority' },
};

/** Under which application a finding is excepted, and who answers for it until when. */
export function exceptionText({ application, kind, approver, expires }: Exception): Text {
  switch (kind) {
    case 'regular':
      return {
        ja: `例外措置：申請番号${application}、承認者${approver}、期限${expires}`,
        en: `excepted by application ${application}, approved by ${approver}, until ${expires}`,
      };
    case 'emergency':
      return {
        ja: `緊急時の例外措置：申請番号${application}、報告先${approver}、期限${expires}`,
        en: `excepted in an emergency by application ${application}, reported to ${approver}, until ${expires}`,
      };
    case 'baseline':
      return {
        ja: `導入時に凍結した指摘：申請番号${application}、報告先${approver}、期限${expires}`,
        en: `frozen at adoption by application ${application}, reported to ${approver}, until ${expires}`,
      };
  }
}

/** The separator of clauses in a list. */
export const LIST_COMMA: Text = { ja: '、', en: ', ' };

/** A finding in one paragraph: the verdict, what must hold, what is there, and what to change. */
export function paragraphOf(
  { verdict, title, message, fix, exception }: Finding,
  language: Language,
): string {
  const parts = [
    title,
    message,
    ...(exception === undefined ? [] : [exceptionText(exception)]),
    // There is nothing to change in the templates where all they lack is evidence.
    ...(verdict === 'evidence' ? [] : [fix]),
  ].map((text) => text[language].replace(/[。.]\s*$/, ''));
  return language === 'ja'
    ? `${VERDICTS[verdict].ja}：${parts.join('。')}。`
    : `${VERDICTS[verdict].en}: ${parts.join('. ')}.`;
}

/** The language to speak by default: Japanese where the environment says so. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return locale.startsWith('ja') ? 'ja' : 'en';
}

/**
 * Makes text from a template safe for a terminal: control characters and those that turn the direction of
 * writing are shown by their code, so that a name can neither colour nor hide a line.
 */
export function printable(text: string): string {
  // Reports are megabytes of text that has none: expressions without `u` are looked for faster.
  return CONTROL.test(text)
    ? text.replace(
        /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu,
        (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      )
    : text;
}

/** The characters of the classes Cc and Bidi_Control but for the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
