import { type Credential, credentialsIn, isPlaceholder, MOST_SCANNED } from '../../credential-formats';
import type { Text } from '../../text';
import { type Secrecy, secrecyOf } from './names';
import { isSecretKey, lookOf, looksRandom } from './values';

/** Stands in a text for a part that is not literal: a character of the private use area. */
export const HOLES = /[\uE000\uE001]/;

const BY_NAME: Text = {
  ja: 'パスワード等を示す名前の値',
  en: 'a value whose name says that it is a credential',
};
const BY_COMMAND: Text = {
  ja: 'コマンドの引数のパスワード',
  en: 'a password among the arguments of a command',
};
const SECRET_KEY: Text = { ja: 'AWSのシークレットアクセスキー', en: 'a secret access key of AWS' };

/** What makes a second look worth while, and the middle of names that say that something is secret. */
const KEYWORD =
  /passw(?:or)?d|passphrase|passcode|pwd|pass(?=["'`=:\s_\]])|secret|token|credential|key(?=["'`=:>\s_\]-])|auth(?=["'`=:\s_\]])|requirepass|masterauth|パスワード|暗証番号|秘密鍵|認証キー/gi;
const LONGEST_SIDE = 64;
const LONGEST_VALUE = 512;
const MOST_NAMES = 5_000;

/** Credentials in a text: those that show themselves, and values that stand beside a name that says what they are. */
export function secretsInText(text: string): readonly Credential[] {
  const shown = credentialsIn(text);
  const body = text.length > MOST_SCANNED ? text.slice(0, MOST_SCANNED) : text;
  const named = namedIn(body);
  const other = [...commandsIn(body), ...secretKeysIn(body, shown.length > 0)];
  if (named.length === 0 && other.length === 0) return shown;
  const all = [...shown, ...named, ...other];
  // What shows itself says more than the name beside it.
  return all.filter(
    ({ secret }, index) => !all.slice(0, index).some((known) => known.secret.includes(secret)),
  );
}

function namedIn(text: string): Credential[] {
  const found: Credential[] = [];
  let looked = 0;
  let after = 0;
  for (const match of text.matchAll(KEYWORD)) {
    if (match.index < after) continue;
    if (++looked > MOST_NAMES) break;
    const { name, start, end } = nameAround(text, match.index, match.index + match[0].length);
    after = end;
    const hit = valueAfter(text, name, start, end);
    if (hit !== undefined) found.push({ kind: BY_NAME, ...hit });
  }
  return found;
}

function nameAround(text: string, from: number, to: number) {
  const isName = (at: number) => /[\p{L}\p{N}_.$-]/u.test(text[at] ?? '');
  let [start, end] = [from, to];
  while (start > 0 && from - start < LONGEST_SIDE && isName(start - 1)) start--;
  while (end < text.length && end - to < LONGEST_SIDE && isName(end)) end++;
  return { name: text.slice(start, end), start, end };
}

// Quotes within JSON that is a text within JSON have backslashes before them.
const QUOTED =
  /^\\{0,4}["'`]?\]?[ \t]{0,8}(?::[ \t]?[A-Za-z]{1,12}[ \t]?=|:=|=>|={1,3}|!==?|:|,)[ \t]{0,8}\\{0,4}(["'`])([^"'`\\\n\r]{3,512})\\{0,4}\1/;
const XML = /^>([^<>\s]{4,512})<\//;
const ASSIGNED = /^=([^\s"'`$;&|<>(),\\[\]{}]{4,512})(.?)/;
const LINE =
  /^(?::[ \t]{1,8}|[ \t]{1,8}=[ \t]{1,8})([^\s"'`$<>|{}[\],()&*!%@#\\][^\s"'`$<>|{}[\],()\\]{3,512})[ \t]{0,8}(?:[\r\n]|$)/;
const OPTION = /^[ \t]{1,4}\\{0,2}["']?([^\s"'`$<>|;&{}()\\-][^\s"'`$<>|;&{}()\\]{3,512})/;
const SPOKEN = /^[ \t]{1,4}\\{0,2}['"]([^\s'"\\$]{4,512})\\{0,2}['"]/;

function valueAfter(
  text: string,
  name: string,
  start: number,
  end: number,
): { secret: string; index: number } | undefined {
  const bare = name.replace(/^[-$.]+/, '').replace(/^env[:.]/i, '');
  const secrecy = /^(?:requirepass|masterauth)$/i.test(bare) ? 'certain' : secrecyOf(bare);
  if (secrecy === undefined) return undefined;
  const rest = text.slice(end, end + LONGEST_VALUE + 64);
  const isSecret = (value: string, certainty: Secrecy) =>
    // A label or a field by the same name.
    value.toLowerCase() !== bare.toLowerCase() && looksSecret(value, certainty);
  const hit = (value: string) => ({ secret: value, index: end + rest.indexOf(value) });
  const quoted = QUOTED.exec(rest);
  if (quoted !== null) {
    const value = quoted[2] as string;
    // Messages and conditions speak of secrets, and values of secrets have no spaces.
    const isValue = !/\s/.test(value) && (!isList(quoted[0], value) || isArgument(text, start));
    return isValue && isSecret(value, secrecy) ? hit(value) : undefined;
  }
  const xml = XML.exec(rest)?.[1];
  if (xml !== undefined) return isSecret(xml, secrecy) ? hit(xml) : undefined;
  if (name.startsWith('-')) {
    const value = ASSIGNED.exec(rest)?.[1] ?? OPTION.exec(rest)?.[1];
    return value !== undefined && !/^[/.~]/.test(value) && isSecret(value, secrecy) ? hit(value) : undefined;
  }
  const assigned = ASSIGNED.exec(rest);
  if (assigned !== null) {
    const value = assigned[1] as string;
    // NAME=value of a shell, and what else says so by its signs; `f(password=given)` of a program does not.
    const isShell = /^[A-Z0-9_]+$/.test(bare) || startsLine(text, start);
    return (isShell ? value.length >= 4 : isMixed(value)) && isSecret(value, secrecy)
      ? hit(value)
      : undefined;
  }
  const line = LINE.exec(rest)?.[1];
  if (line !== undefined && startsLine(text, start)) {
    return isMixed(line) && isSecret(line, secrecy) ? hit(line) : undefined;
  }
  if (/^passw(?:or)?d$/i.test(bare)) {
    const login = /login[ \t]{1,4}\S{1,64}[ \t\n]{1,4}$/.test(text.slice(Math.max(0, start - 90), start));
    const value = login ? OPTION.exec(rest)?.[1] : SPOKEN.exec(rest)?.[1];
    return value !== undefined && isSecret(value, secrecy) ? hit(value) : undefined;
  }
  if (/^(?:requirepass|masterauth)$/i.test(bare)) {
    const value = OPTION.exec(rest)?.[1];
    return value !== undefined && isSecret(value, secrecy) ? hit(value) : undefined;
  }
  return undefined;
}

/** Two strings of a list. */
function isList(match: string, value: string): boolean {
  return match.slice(0, match.lastIndexOf(value)).includes(',');
}

/** The first of the arguments of a call: define('DB_PASSWORD', …). */
function isArgument(text: string, start: number): boolean {
  return /\([ \t]{0,4}["'`]$/.test(text.slice(Math.max(0, start - 6), start));
}

/** The name is the first word of its line, but for what lists and shells put before it. */
function startsLine(text: string, start: number): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', start - 1) + 1, start - 40), start);
  return /^(?:[ \t]*(?:-[ \t]+)?(?:export[ \t]+|set[ \t]+|setx[ \t]+|env[ \t]+|ENV[ \t]+)?["'$]?)$/.test(
    line,
  );
}

/** Without quotes only what no name in a program looks like. */
function isMixed(value: string): boolean {
  if (value.length < 6 || !/[A-Za-z]/.test(value) || !/[0-9!@#%^&*+?~]/.test(value)) return false;
  return !/^[a-z_](?=\w*[._])[\w.]*$/i.test(value) || looksRandom(value);
}

function looksSecret(value: string, secrecy: Secrecy): boolean {
  return !HOLES.test(value) && !value.includes('${') && lookOf(value, secrecy) === 'secret';
}

const COMMANDS: readonly RegExp[] = [
  /\bmysql(?:dump|admin|import|show|sh)?\b[^\n|;&]{0,200}? -p(['"]?)([^\s'"$`;|]{4,128})/g,
  /\becho[ \t]{1,4}(["']?)[A-Za-z0-9._-]{1,32}:([^\s"'$:`]{4,128})["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?chpasswd/g,
  /\becho[ \t]{1,4}(?:-[en]{1,2}[ \t])?(["']?)([^\s"'$`|]{4,128})["']?[ \t]{0,4}\|[ \t]{0,4}(?:sudo[ \t]{1,4})?(?:passwd[ \t]{1,4}--stdin|docker[ \t]{1,4}login)/g,
  /\bConvertTo-SecureString[ \t]{1,4}(?:-String[ \t]{1,4})?(["'])([^"'$\s]{4,128})["']/gi,
  /\bnet[ \t]{1,4}user[ \t]{1,4}(["']?)[^\s/"']{1,64}["']?[ \t]{1,4}([^\s/$%"'*]{4,128})/gi,
  /\bcurl\b[^\n|;&]{0,300}? (?:-u|--user)[ =]{0,2}(["']?)[^\s:"'$]{1,64}:([^\s"'$`]{3,128})/g,
  /\b(?:docker|podman|helm[ \t]registry)[ \t]{1,4}login\b[^\n|;&]{0,200}? -p[ \t]{1,4}(["']?)([^\s"'$`]{4,128})/g,
  /\bsshpass[ \t]{1,4}-p[ \t]{0,4}(["']?)([^\s"'$`]{3,128})/g,
  /\bredis-cli\b[^\n|;&]{0,200}? -a[ \t]{1,4}(["']?)([^\s"'$`]{4,128})/g,
  /\bhtpasswd[ \t]{1,4}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}[ \t]{1,4}\S{1,200}[ \t]{1,4}\S{1,64}[ \t]{1,4}(["']?)([^\s"'$`]{4,128})/g,
  /\bidentified[ \t]{1,4}by[ \t]{1,4}\\{0,2}(["'])([^\s"'$`\\]{4,128})/gi,
  /^()[\w.*-]{1,200}:(?:\d{2,5}|\*):[\w*.-]{1,64}:[\w.-]{1,64}:([^\s:$]{4,128})$/gm,
];
const ANY_COMMAND =
  /mysql|chpasswd|passwd|SecureString|net\s+user|curl|login|redis-cli|identified|sshpass|:\d{4,5}:/i;

function commandsIn(text: string): Credential[] {
  if (!ANY_COMMAND.test(text)) return [];
  return COMMANDS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const value = match[2] as string;
      if (HOLES.test(value) || isPlaceholder(value) || value.startsWith('-')) return [];
      return [{ kind: BY_COMMAND, secret: value, index: match.index + match[0].lastIndexOf(value) }];
    }),
  );
}

const FORTY = /(?<![A-Za-z0-9/+=_.-])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=_.-])/g;

/** Forty letters, digits and slashes, where the text speaks of keys of AWS. */
function secretKeysIn(text: string, withKey: boolean): Credential[] {
  if (!withKey && !/aws_?secret|secret_?(?:access_?)?key/i.test(text)) return [];
  return [...text.matchAll(FORTY)]
    .filter(([value]) => isSecretKey(value))
    .map((match) => ({ kind: SECRET_KEY, secret: match[0], index: match.index }));
}
