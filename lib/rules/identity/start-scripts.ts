import { secretsInText } from '../../analysis/secrets/texts';
import { HOLE, scriptsOf, USER_DATA } from '../../analysis/user-data';
import { Claim } from '../../model/claim';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { repeatsHidden } from './secret-values';

const UNREAD: Text = {
  ja: '配備前に定まらない起動スクリプト',
  en: 'a start script that is not known before deployment',
};

const NOT_REPEATED: Text = {
  ja: 'NoEchoのパラメータの値を書き込まない起動スクリプト（起動スクリプトはサーバを閲覧できる者に平文で見える）',
  en: 'a start script that does not hold a NoEcho parameter, since whoever may look at the server reads the script in plain text',
};

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
  const hidden = userData.must(
    satisfying(NOT_REPEATED, (value) => (repeatsHidden(value, server.template) ? 'breaks' : 'holds'), true),
  );
  const logins = server.attribute('Metadata').child('AWS::CloudFormation::Authentication').entries().known;
  return Claim.all([
    ...scripts,
    hidden,
    ...logins.flatMap((login) =>
      ['password', 'secretKey'].map((name) => login.get(name).must(plain).onlyIf(login.given)),
    ),
  ]);
}

/** The first line of a script that holds a credential. */
function secretIn(script: string): string | undefined {
  const lines = secretsInText(script).map(({ index }) => script.slice(0, index).split('\n').length);
  return lines.length === 0 ? undefined : `L${Math.min(...lines)}`;
}
