import { languageOf } from '../lib/report/words';
import type { Language } from '../lib/text';

/**
 * The language to report in: what was asked for, else Japanese where the environment is Japanese.
 *
 * @throws Error for a language that there are no messages in
 */
export function reportLanguage(asked: string | undefined): Language {
  if (asked === undefined) return languageOf(process.env);
  if (asked === 'ja' || asked === 'en') return asked;
  throw new Error(`\`language\` must be ja or en: ${JSON.stringify(asked)} is not`);
}
