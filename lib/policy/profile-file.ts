import { readConfig } from '../config-file';
import { BUILT_IN_PROFILES, type Profile } from './profile';
import { PROFILE_SCHEMA } from './profile-schema';

interface ProfileFile extends Partial<Omit<Profile, 'facts' | 'rules'>> {
  readonly extends?: string;
  readonly facts?: Partial<Profile['facts']>;
  readonly rules?: Profile['rules'];
}

/** Reads a profile, which changes what it names of the one that it extends. @throws InputError with every fault and its line */
export function loadProfileFile(file: string): Profile {
  const { data } = readConfig<ProfileFile>(file, PROFILE_SCHEMA);
  const { extends: name = 'miyazaki', facts, rules, ...figures } = data;
  const base = BUILT_IN_PROFILES[name] as Profile;
  return {
    ...base,
    ...figures,
    facts: { ...base.facts, ...facts },
    rules: { ...base.rules, ...rules },
  };
}
