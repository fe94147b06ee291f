import type { Deployment } from '../../model/deployment';
import { physicalName } from '../../model/physical-name';
import type { Resource } from '../../model/resource';
import { isRecord, own, type Raw, type Template } from '../../model/template';
import {
  ABSENT,
  type Alternative,
  identityOf,
  known,
  type Unknown,
  unknown,
  type Value,
} from '../../model/value';
import { HOLE, parseJsonText } from './json-text';

/** A key of a secret of the deployment that a dynamic reference fetches. */
export interface SecretKey {
  readonly secret: Resource;
  readonly key: string;
}

/** What `{{resolve:secretsmanager:…:SecretString:key}}` stands for, where the secret is part of the deployment. */
export function secretKeyOf({ resolves }: Unknown, deployment: Deployment): SecretKey | undefined {
  const [first] = resolves ?? [];
  if (typeof first !== 'string' || !first.startsWith('secretsmanager:')) return undefined;
  const text = (resolves ?? []).map((part) => (typeof part === 'string' ? part : '')).join('');
  const [id, key] = text.slice('secretsmanager:'.length).split(':SecretString:');
  const name = key?.split(':')[0];
  if (id === undefined || name === undefined || name === '') return undefined;
  const secret = (resolves ?? []).map((part) => secretBehind(part)).find((found) => found !== undefined);
  const found = secret ?? (id === '' ? undefined : secretNamed(id, deployment));
  return found === undefined ? undefined : { secret: found, key: name };
}

function secretBehind(part: string | Value): Resource | undefined {
  if (typeof part === 'string' || part.kind !== 'reference') return undefined;
  const { resource } = part;
  if (resource.type === 'AWS::SecretsManager::Secret') return resource;
  // The attachment to a database, by which CDK refers to a secret, stands for the secret itself.
  if (resource.type !== 'AWS::SecretsManager::SecretTargetAttachment') return undefined;
  const [only] = resource.get('SecretId').references();
  return only === undefined ? undefined : secretBehind(only.value);
}

function secretNamed(name: string, deployment: Deployment): Resource | undefined {
  const identity = identityOf(known(name));
  return deployment.ofType('AWS::SecretsManager::Secret').find((secret) => physicalName(secret) === identity);
}

/** What a key of a secret holds when it is made; `generated` for what Secrets Manager makes up. */
export function contentOf({
  secret,
  key,
}: SecretKey): readonly (Alternative | { when: Alternative['when']; value: 'generated' })[] {
  const generated = secret.get('GenerateSecretString');
  const written = generated.isAbsent ? secret.get('SecretString') : generated.get('SecretStringTemplate');
  return written.alternatives.map(({ when, value }) => {
    const found = jsonEntry(value, key);
    const isGenerated = found.kind === 'absent' && generated.get('GenerateStringKey').literal === key;
    return isGenerated ? { when, value: 'generated' } : { when, value: found };
  });
}

const NOT_JSON = unknown({ ja: 'JSONとして読めない値', en: 'a value that is not JSON' });

/** The entry of a key in JSON written as text, parts of which may be references or not be known. */
export function jsonEntry(value: Value, key: string): Value {
  const entries = jsonEntries(value);
  return entries === undefined ? NOT_JSON : (entries.get(key) ?? ABSENT);
}

/** The top entries of a JSON object written as text; undefined for what is no such thing. */
export function jsonEntries(value: Value): ReadonlyMap<string, Value> | undefined {
  const parsed = parseJsonText(value);
  if (parsed === undefined) return undefined;
  const { data, holes } = parsed;
  if (!isRecord(data)) return undefined;
  return new Map(
    Object.entries(data).map(([key, entry]): [string, Value] => {
      if (typeof entry !== 'string' || !entry.includes(HOLE)) return [key, known(scalar(entry))];
      const [before, hole, after] = entry.split(HOLE);
      const whole = before === '' && after === '' ? holes[Number(hole)] : undefined;
      return [
        key,
        whole ?? unknown({ ja: '一部の分からない値', en: 'a value of which a part is not known' }),
      ];
    }),
  );
}

function scalar(entry: unknown): string | number | boolean | null {
  return typeof entry === 'object' ? JSON.stringify(entry) : (entry as string | number | boolean);
}

/** The declaration of the parameter that a value comes from. */
export function parameterOf({ variable }: Unknown, template: Template): Raw | undefined {
  if (variable === undefined) return undefined;
  for (let at: Template | undefined = template; at !== undefined; at = at.parent?.template) {
    const declaration = own(at.parameters, variable.name);
    if (isRecord(declaration)) return declaration;
  }
  return undefined;
}
