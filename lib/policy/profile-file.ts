import { type Fault, inputErrorOf, type LineFinder, readConfig } from '../config-file';
import type { Text } from '../text';
import { isDay } from './calendar';
import { BUILT_IN_PROFILES, type Profile } from './profile';
import { PROFILE_SCHEMA } from './profile-schema';

interface ProfileFile extends Partial<Omit<Profile, 'facts' | 'rules'>> {
  readonly extends?: string;
  readonly facts?: Partial<Profile['facts']>;
  readonly rules?: Profile['rules'];
}

/** Reads a profile, which changes what it names of the one that it extends. @throws InputError with every fault and its line */
export function loadProfileFile(file: string): Profile {
  const { data, lineOf } = readConfig<ProfileFile>(file, PROFILE_SCHEMA);
  const faults = keyFaults(data.trustedKeys ?? [], file, lineOf);
  if (faults.length > 0) throw inputErrorOf(faults);
  const { extends: name = 'miyazaki', facts, rules, ...figures } = data;
  const base = BUILT_IN_PROFILES[name] as Profile;
  return {
    ...base,
    ...figures,
    facts: { ...base.facts, ...facts },
    rules: { ...base.rules, ...rules },
  };
}

/** What a schema cannot say of the keys that sign exceptions. */
function keyFaults(keys: Profile['trustedKeys'], file: string, lineOf: LineFinder): readonly Fault[] {
  return keys.flatMap((key, index) => {
    const at = (field: string, detail: Text): Fault => ({
      file,
      line: lineOf(['trustedKeys', String(index), field]),
      path: `trustedKeys.${index}.${field}`,
      detail,
    });
    const before = keys.slice(0, index);
    const noDay = (['validFrom', 'validUntil', 'revoked'] as const).filter(
      (field) => key[field] !== undefined && !isDay(key[field]),
    );
    const faults = noDay.map((field) => at(field, { ja: '存在しない日です', en: 'there is no such day' }));
    if (key.validUntil < key.validFrom) {
      faults.push(at('validUntil', { ja: 'validFromより前です', en: 'is before validFrom' }));
    }
    if (before.some(({ id }) => id === key.id)) {
      faults.push(
        at('id', { ja: `鍵${key.id}が二度書かれています`, en: `the key ${key.id} is listed twice` }),
      );
    }
    if (before.some(({ publicKey }) => publicKey.x === key.publicKey.x)) {
      faults.push(
        at('publicKey', {
          ja: '同じ公開鍵が別の名前で登録されています。鍵は一人ずつ分けてください',
          en: 'the same public key is listed under another id; each holder needs a key of their own',
        }),
      );
    }
    return faults;
  });
}
