import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { stringify } from 'yaml';
import { InputError } from '../../errors';
import { ALGORITHMS, type Algorithm } from '../../exceptions/signature';
import { generateKey, type PublicJwk, publicKeyFromPem, publicPart } from '../../exceptions/signing';
import { daysAfter } from '../../policy/calendar';
import type { Command } from '../commands';
import {
  choose,
  dayGiven,
  dayOfCheck,
  needed,
  type Options,
  readGiven,
  takesAtMost,
  takesOnly,
} from '../options';

/** Days for which a key may sign unless somebody says otherwise: two years. */
const KEY_LASTS_DAYS = 730;

/**
 * Makes a key that signs exceptions: the private part goes to a new file that only its owner reads, the public part is
 * shown as a profile lists it. With `--public-key` only the latter, for a key that KMS holds.
 */
export const keygen: Command = async (args, options, language, io) => {
  takesOnly(options, 'office', 'holder', 'key', 'key-id', 'alg', 'public-key', 'starts', 'expires', 'at');
  takesAtMost(args, 0);
  const office = needed(options, 'office', {
    ja: '鍵で署名する役職',
    en: 'the office that signs with the key',
  });
  const validFrom = dayGiven(options, 'starts') ?? dayOfCheck(options);
  const validUntil = dayGiven(options, 'expires') ?? daysAfter(validFrom, KEY_LASTS_DAYS);
  if (validUntil < validFrom) {
    throw new InputError({ ja: '--expires が --starts より前です', en: '--expires is before --starts' });
  }
  const { holder } = options;
  const { id, publicKey } = await (options['public-key'] === undefined
    ? newKey(options)
    : existingKey(options['public-key'], options));
  const entry = { id, office, ...(holder === undefined ? {} : { holder }), validFrom, validUntil, publicKey };
  io.stdout(stringify({ trustedKeys: [entry] }, { lineWidth: 0 }));
  io.stderr(
    language === 'ja'
      ? '上の内容をプロファイルのtrustedKeysに加えてください。秘密鍵はリポジトリに置かず、保有者だけが管理してください。\n'
      : 'Add this to the trustedKeys of the profile. Keep the private key out of the repository, with its holder alone.\n',
  );
  return true;
};

interface NamedKey {
  readonly id: string;
  readonly publicKey: PublicJwk;
}

async function newKey(options: Options): Promise<NamedKey> {
  const file = needed(options, 'key', {
    ja: '秘密鍵を書き込む新しいファイル',
    en: 'a new file for the private key',
  });
  const algorithms = Object.fromEntries(Object.values(ALGORITHMS).map((name) => [name, name]));
  const algorithm = choose<Algorithm>(algorithms, options.alg ?? 'EdDSA', '--alg');
  const key = await generateKey(algorithm, options['key-id']);
  writeNew(file, `${JSON.stringify(key, undefined, 2)}\n`);
  return { id: key.kid, publicKey: publicPart(key) };
}

function existingKey(file: string, options: Options): Promise<NamedKey> {
  takesOnly(options, 'office', 'holder', 'key-id', 'public-key', 'starts', 'expires', 'at');
  return publicKeyFromPem(readGiven(file).toString('utf8'), options['key-id']);
}

/** Only the owner may read it, from the first byte on; what is there already is not touched. */
function writeNew(file: string, text: string): void {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'wx', 0o600);
    writeSync(descriptor, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (descriptor !== undefined) rmSync(file, { force: true });
    throw code === 'EEXIST'
      ? new InputError(
          { ja: '既にあります。鍵は上書きしません', en: 'is there already; a key is never overwritten' },
          file,
        )
      : new InputError({ ja: `書き込めません（${code}）`, en: `cannot be written (${code})` }, file);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
