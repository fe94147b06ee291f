import { profileFor, RULE_IDS, termsOf } from '../../check';
import { type JudgedRegister, judgeRegister } from '../../exceptions/register';
import type { Profile } from '../../policy/profile';
import { dayOfCheck, needed, type Options } from '../options';

/** What entries are held against in a call of the command line. */
export interface Setting {
  readonly terms: Profile;
  /** The day of the check in Japan. */
  readonly today: string;
}

/** @throws InputError for a profile that cannot be used */
export function settingOf(options: Options): Setting {
  const { profile } = options;
  return {
    terms: termsOf(profileFor(profile === undefined ? {} : { profile })),
    today: dayOfCheck(options),
  };
}

/** The path of the register. @throws InputError where none is given */
export function registerPath(options: Options): string {
  return needed(options, 'exceptions', {
    ja: '例外措置の台帳のファイル又はフォルダ',
    en: 'the file or folder of the register of exceptions',
  });
}

/** The register, each entry held against the setting. @throws InputError with every fault of it */
export function registerOf(options: Options, { terms, today }: Setting): JudgedRegister {
  return judgeRegister(registerPath(options), { knownRules: RULE_IDS, terms, today });
}
