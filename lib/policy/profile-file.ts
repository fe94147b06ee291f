import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { InputError } from '../errors';
import { parseYaml } from '../model/yaml-source';
import { BUILT_IN_PROFILES, type Profile } from './profile';
import { PROFILE_SCHEMA } from './profile-schema';

interface ProfileFile extends Partial<Omit<Profile, 'facts' | 'rules'>> {
  readonly extends?: string;
  readonly facts?: Partial<Profile['facts']>;
  readonly rules?: Profile['rules'];
}

/** Reads a profile. @throws InputError that names every fault with its line */
export function loadProfileFile(file: string): Profile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`the profile cannot be read (${(error as NodeJS.ErrnoException).code})`, file);
  }
  const { data, lineOf } = parseYaml(text, file, 100);
  const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile<ProfileFile>(
    PROFILE_SCHEMA,
  );
  if (!validate(data)) {
    const faults = (validate.errors ?? []).map((error) => {
      const path = error.instancePath.split('/').slice(1).map(decodePointer);
      const extra =
        error.keyword === 'additionalProperties' ? String(error.params['additionalProperty']) : undefined;
      const key = [...path, ...(extra === undefined ? [] : [extra])];
      const where = key.length === 0 ? 'the profile' : key.join('.');
      const what = extra === undefined ? `${error.message}` : 'is not a key of a profile';
      return { line: lineOf(key), text: `${where} ${what}` };
    });
    const [first] = faults;
    throw new InputError(
      faults.map(({ line, text: fault }) => `line ${line}: ${fault}`).join('; '),
      file,
      first?.line,
    );
  }
  const { extends: name = 'miyazaki', facts, rules, ...figures } = data;
  const base = Object.hasOwn(BUILT_IN_PROFILES, name) ? BUILT_IN_PROFILES[name] : undefined;
  if (base === undefined) {
    throw new InputError(
      `extends: there is no profile ${JSON.stringify(name)}; name one of ${Object.keys(BUILT_IN_PROFILES).join(', ')}`,
      file,
      lineOf(['extends']),
    );
  }
  return {
    ...base,
    ...figures,
    facts: { ...base.facts, ...facts },
    rules: { ...base.rules, ...rules },
  };
}

function decodePointer(segment: string): string {
  return segment.replace(/~1/g, '/').replace(/~0/g, '~');
}
