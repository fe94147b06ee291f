import { createHash } from 'node:crypto';
import { InputError } from '../../errors';
import { contentOf } from '../../exceptions/canonical';
import { kindOf, type RegisterEntry } from '../../exceptions/entry';
import type { Located } from '../../exceptions/read-register';
import { reasonsAgainst, reasonsAgainstSigning } from '../../exceptions/reasons';
import {
  ALGORITHMS,
  detachedSignature,
  type Header,
  joseBytes,
  signingInput,
  TrustedKeys,
} from '../../exceptions/signature';
import { type PrivateJwk, parsePrivateJwk, signEntry } from '../../exceptions/signing';
import { changeEntry } from '../../exceptions/write-register';
import type { TrustedKey } from '../../policy/profile';
import { printable } from '../../report/words';
import type { Text } from '../../text';
import type { Command } from '../commands';
import { type Options, readGiven, takesAtMost, takesOnly } from '../options';
import { deliver } from '../outputs';
import { unfilled } from './drafts';
import { registerOf, type Setting, settingOf } from './setting';
import { shownEntry } from './show';

/** Characters of the code by which an approver says that this, and nothing else, is approved. */
const CODE_LENGTH = 10;

/**
 * Signs an application. Without `--confirm` it only shows what would be signed, and the code of exactly that; with the
 * code it signs. A key that somebody else holds (KMS, an HSM) signs what `--signing-input` writes, and `--signature`
 * takes the result over.
 */
export const sign: Command = async (args, options, language, io) => {
  takesOnly(options, 'exceptions', 'profile', 'key', 'key-id', 'confirm', 'signing-input', 'signature', 'at');
  takesAtMost(args, 1);
  const [application] = args;
  if (application === undefined) {
    throw new InputError({ ja: '申請番号を指定してください', en: 'name the application' });
  }
  const setting = settingOf(options);
  const located = entryOf(application, options, setting);
  const entry = asApproved(located, setting.today);
  const { key, trusted } = keyOf(options, setting);
  const header: Header = { alg: ALGORITHMS[trusted.publicKey.crv], kid: trusted.id };
  const input = signingInput(header, contentOf(entry));
  const code = createHash('sha256').update(input).digest('hex').slice(0, CODE_LENGTH);
  io.stdout(printable(shownEntry(entry, trusted, language)));
  const obstacles = reasonsAgainstSigning(entry, trusted, setting.today, setting.terms)
    // Signed ahead of its term is the rule.
    .filter(({ code: reason }) => reason !== 'not-yet-valid');
  if (obstacles.length > 0) {
    const why = obstacles.map(({ text }) => `  ${printable(text[language])}\n`).join('');
    io.stderr(
      language === 'ja'
        ? `次の理由により有効にならないため、署名しません：\n${why}`
        : `Not signed, since it would not count:\n${why}`,
    );
    return false;
  }
  if (options.confirm === undefined) {
    io.stdout(confirmation(code)[language]);
    return false;
  }
  if (options.confirm.toLowerCase() !== code) {
    throw new InputError({
      ja: `確認コードが合いません。表示した内容のコードは${code}です。内容が変わっていないか確かめてください`,
      en: `the code does not fit: that of what is shown is ${code}; see whether something changed`,
    });
  }
  if (options['signing-input'] !== undefined) {
    deliver(input, options['signing-input'], io);
    io.stdout(toBeSigned(options['signing-input'])[language]);
    return true;
  }
  const signature = key === undefined ? takenOver(options, header) : await signEntry(entry, key);
  const wrong = reasonsAgainst(
    { ...entry, signature },
    setting.today,
    setting.terms,
    new TrustedKeys(setting.terms),
  );
  if (wrong.some(({ code: reason }) => reason === 'altered')) {
    throw new InputError({
      ja: `署名が鍵${trusted.id}のものでありません。台帳は変更していません`,
      en: `the signature is not one of the key ${trusted.id}; the register is left as it was`,
    });
  }
  const { decision, decided } = entry;
  changeEntry(located, {
    ...(decision === undefined ? {} : { decision }),
    ...(decided === undefined ? {} : { decided }),
    signature,
  });
  io.stdout(
    language === 'ja'
      ? `${located.file}の${application}に署名しました。\n`
      : `${application} in ${located.file} is signed.\n`,
  );
  return true;
};

function entryOf(application: string, options: Options, setting: Setting): Located {
  const located = registerOf(options, setting).entries.find(({ entry }) => entry.application === application);
  if (located === undefined) {
    throw new InputError(
      {
        ja: `申請番号${application}は台帳にありません`,
        en: `there is no application ${application} in the register`,
      },
      options.exceptions,
    );
  }
  const blank = unfilled(located.entry);
  if (blank.length > 0) {
    throw new InputError(
      {
        ja: `記入されていない項目があります：${blank.join('、')}`,
        en: `still to be filled in: ${blank.join(', ')}`,
      },
      located.file,
      located.lineOf([...located.at, blank[0] as string]),
    );
  }
  return located;
}

/** The entry as its signature makes it: what was pending is approved today. */
function asApproved({ entry, file, at, lineOf }: Located, today: string): RegisterEntry {
  const { signature: _, ...content } = entry;
  if (kindOf(entry) !== 'regular' || entry.decision === 'approved') return content;
  if (entry.decision === 'rejected') {
    throw new InputError(
      {
        ja: '却下された申請です。許可する場合は、新しい申請番号で申請してください',
        en: 'was rejected; to permit it after all, apply anew under another number',
      },
      file,
      lineOf([...at, 'decision']),
    );
  }
  return { ...content, decision: 'approved', decided: today };
}

function keyOf(
  options: Options,
  { terms }: Setting,
): { readonly key: PrivateJwk | undefined; readonly trusted: TrustedKey } {
  const { key: file, 'key-id': id } = options;
  if ((file === undefined) === (id === undefined)) {
    throw new InputError({
      ja: '--key（秘密鍵のファイル）か、--key-id（KMS等にある鍵のプロファイルでの名前）のどちらかを指定してください',
      en: 'give either --key, the file of a private key, or --key-id, the id in the profile of a key that is held elsewhere',
    });
  }
  const key = file === undefined ? undefined : parsePrivateJwk(readGiven(file).toString('utf8'), file);
  const wanted = key?.kid ?? (id as string);
  const trusted = terms.trustedKeys.find((candidate) => candidate.id === wanted);
  if (trusted === undefined) {
    throw new InputError({
      ja: `鍵${wanted}はプロファイルのtrustedKeysにありません（--profile を確かめるか、keygenが表示した公開鍵を加えてください）`,
      en: `the profile does not trust the key ${wanted}: see --profile, or add the public key that keygen printed`,
    });
  }
  return { key, trusted };
}

/** A signature that another tool made of the signing input. */
function takenOver({ signature: file }: Options, header: Header): string {
  if (file === undefined) {
    throw new InputError({
      ja: '--key-id の場合は、--signing-input（署名の対象を書き込む）か --signature（できた署名を取り込む）を指定してください',
      en: 'with --key-id, give --signing-input to write what is to be signed, or --signature to take the result over',
    });
  }
  return detachedSignature(header, joseBytes(readGiven(file), header.alg));
}

function confirmation(code: string): Text {
  return {
    ja: `\nまだ署名していません。上の内容のとおり許可する場合は、--confirm ${code} を付けてもう一度実行してください。\n`,
    en: `\nNothing is signed yet. To approve exactly this, run it again with --confirm ${code}\n`,
  };
}

function toBeSigned(file: string): Text {
  return {
    ja: `署名の対象を${file}に書き込みました。署名した後、--signing-input の代わりに --signature を付けて実行してください。\n`,
    en: `What is to be signed is in ${file}. Sign it, then run this again with --signature in place of --signing-input.\n`,
  };
}
