import type { Text } from '../text';
import { FORMAT, MANIFEST, type Manifest, type PreviousBundle, sha256 } from './evidence';

/** A bundle that was read: its files by name. */
export interface ReadBundle {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface Verification {
  /** What is wrong, and nothing where all is in order. */
  readonly faults: readonly Text[];
  /** What the next bundle is chained to; undefined where the manifest cannot be read. */
  readonly head?: PreviousBundle;
  readonly manifest?: Manifest;
}

/** Holds each file of a bundle against the manifest. */
export function verifyBundle({ name, files }: ReadBundle): Verification {
  const data = files.get(MANIFEST);
  if (data === undefined) {
    return { faults: [{ ja: `${name}：${MANIFEST}がない`, en: `${name}: there is no ${MANIFEST}` }] };
  }
  const manifest = manifestIn(data);
  if (manifest === undefined) {
    return {
      faults: [
        {
          ja: `${name}：${MANIFEST}が証跡の目録でない`,
          en: `${name}: ${MANIFEST} is no manifest of evidence`,
        },
      ],
    };
  }
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  const faults: Text[] = [];
  if (listed.size !== manifest.files.length) {
    faults.push({
      ja: `${name}：目録に同じファイルが二度ある`,
      en: `${name}: the manifest lists a file twice`,
    });
  }
  for (const { path, sha256: expected, bytes } of manifest.files) {
    const file = files.get(path);
    if (file === undefined) faults.push({ ja: `${name}：${path}がない`, en: `${name}: ${path} is missing` });
    else if (file.length !== bytes || sha256(file) !== expected) {
      faults.push({ ja: `${name}：${path}が変更されている`, en: `${name}: ${path} was changed` });
    }
  }
  for (const path of files.keys()) {
    if (path !== MANIFEST && !listed.has(path)) {
      faults.push({ ja: `${name}：${path}は目録にない`, en: `${name}: ${path} is not in the manifest` });
    }
  }
  return { faults, head: { sha256: sha256(data), sequence: manifest.sequence }, manifest };
}

/** Bundles in the order of their making: each by itself, and that it continues the one before. */
export function verifyChain(bundles: readonly ReadBundle[]): readonly Verification[] {
  let before: Verification | undefined;
  return bundles.map((bundle) => {
    const result = verifyBundle(bundle);
    const faults = [...result.faults];
    if (before?.head !== undefined && before.manifest !== undefined && result.manifest !== undefined) {
      const { previous, sequence, time } = result.manifest;
      if (previous?.sha256 !== before.head.sha256 || previous.sequence !== before.head.sequence) {
        faults.push({
          ja: `${bundle.name}：直前の証跡につながっていない`,
          en: `${bundle.name}: does not continue the bundle before it`,
        });
      }
      if (sequence !== before.head.sequence + 1) {
        faults.push({ ja: `${bundle.name}：連番が続いていない`, en: `${bundle.name}: is out of sequence` });
      }
      if (time < before.manifest.time) {
        faults.push({
          ja: `${bundle.name}：直前の証跡より古い`,
          en: `${bundle.name}: is older than the one before it`,
        });
      }
    }
    before = { ...result, faults };
    return before;
  });
}

/** What a manifest says, where it is one in every part. */
function manifestIn(data: Uint8Array): Manifest | undefined {
  let found: unknown;
  try {
    found = JSON.parse(Buffer.from(data).toString('utf8'));
  } catch {
    return undefined;
  }
  const manifest = found as Partial<Manifest> | null;
  const isHash = (text: unknown) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
  const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
  const sound =
    typeof manifest === 'object' &&
    manifest !== null &&
    manifest.format === FORMAT &&
    manifest.version === 1 &&
    isCount(manifest.sequence) &&
    typeof manifest.time === 'string' &&
    (manifest.previous === null ||
      (isHash(manifest.previous?.sha256) && isCount(manifest.previous?.sequence))) &&
    Array.isArray(manifest.files) &&
    manifest.files.every(
      (file) => typeof file?.path === 'string' && isHash(file.sha256) && isCount(file.bytes),
    );
  return sound ? (manifest as Manifest) : undefined;
}
