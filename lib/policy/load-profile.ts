import { InputError } from '../errors';
import { BUILT_IN_PROFILES, type Profile } from './profile';

/**
 * A built-in profile by name, or one from a YAML file that extends another.
 * @throws InputError for an unknown name, and for every fault of a file, with its line
 */
export function loadProfile(nameOrFile: string): Profile {
  const builtIn = Object.hasOwn(BUILT_IN_PROFILES, nameOrFile) ? BUILT_IN_PROFILES[nameOrFile] : undefined;
  if (builtIn !== undefined) return builtIn;
  if (!/\.(ya?ml|json)$/i.test(nameOrFile)) {
    throw new InputError({
      ja: `プロファイル${JSON.stringify(nameOrFile)}はありません。${Object.keys(BUILT_IN_PROFILES).join('、')}のいずれか、又はYAMLファイルを指定してください`,
      en: `there is no profile ${JSON.stringify(nameOrFile)}; name one of ${Object.keys(BUILT_IN_PROFILES).join(', ')} or a YAML file`,
    });
  }
  return (require('./profile-file') as typeof import('./profile-file')).loadProfileFile(nameOrFile);
}
