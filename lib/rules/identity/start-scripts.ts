import { HOLE, REFERENCE, scriptsOf, USER_DATA } from '../../analysis/user-data';
import { Claim } from '../../model/claim';
import type { Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { accessKey, saysSecret } from './secret-values';

const KEY_ID = /(^|[^A-Z0-9])A(KI|SI)A[A-Z0-9]{16}(?![A-Z0-9])/;
/** `NAME=value`, `export NAME="value"`, `$Name = 'value'`, and lines of credentials files. */
const ASSIGNMENT = /^(?:export\s+|set\s+|\$env:|\$)?([A-Za-z_]\w*)\s*=\s*(["']?)([^\s"'`$;&|<>()]+)\2;?$/;
const UNREAD: Text = {
  ja: '配備前に定まらない起動スクリプト',
  en: 'a start script that is not known before deployment',
};
const SHORTEST_PASSWORD = 8;

/** Says that the script that a server starts with, and what cfn-init fetches by, hold no credentials in plain text. */
export function startsWithoutSecrets(server: Resource, plain: Requirement): Claim {
  const userData = server.get(USER_DATA[server.type] as string);
  const scripts = scriptsOf(userData).map(({ text, hidden, when }) => {
    const unread = text?.trim() === HOLE ? UNREAD : hidden;
    if (unread !== undefined) return userData.states('undetermined', unread, plain.text).onlyIf(when);
    const where = text === undefined ? undefined : secretIn(text);
    return where === undefined
      ? Claim.HOLDS
      : userData
          .states(
            'breaks',
            { ja: `${where}に平文の認証情報`, en: `a credential in plain text, ${where}` },
            plain.text,
          )
          .onlyIf(when);
  });
  const logins = server.attribute('Metadata').child('AWS::CloudFormation::Authentication').entries().known;
  return Claim.all([
    ...scripts,
    ...logins.flatMap((login) =>
      ['password', 'secretKey'].map((name) => login.get(name).must(plain).onlyIf(login.given)),
    ),
  ]);
}

/** The line of a script that holds a credential; what is put in at deployment is a matter of its parameter. */
function secretIn(script: string): string | undefined {
  const index = script.split('\n').findIndex((line) => {
    if (KEY_ID.test(line)) return true;
    const [, name, , value] = ASSIGNMENT.exec(line.trim()) ?? [];
    if (name === undefined || value === undefined || !saysSecret(name)) return false;
    if (value.length < SHORTEST_PASSWORD || value.includes(HOLE) || value.includes(REFERENCE)) return false;
    // The name or address under which a secret is kept; the keys of AWS hold slashes themselves.
    return !/[/:]/.test(value) || accessKey.secret.test(value);
  });
  return index < 0 ? undefined : `L${index + 1}`;
}
