/**
 * How much a name says: `certain` that its value is secret, `perhaps` where the value must look like it as well.
 */
export type Secrecy = 'certain' | 'perhaps';

const SECRET_WORD =
  /^(?:PASSWORDS?|PASSWDS?|PASSPHRASES?|PASSCODES?|PSWD|PASS|PWD|PW|SECRETS?|TOKENS?|APIKEYS?|PSK|CREDS?)$/;
/** Written as one word: DBPASSWORD, PGPASSWORD, dbpass, authtoken, clientsecret. */
const GLUED =
  /(?:PASSWORD|PASSWD|PASSPHRASE|PASSCODE|SECRET|TOKEN|APIKEY|SECRETKEY|ACCESSKEY|PRIVATEKEY)S?$|^(?:DB|ADMIN|ROOT|USER|SSH|SMTP|FTP|SFTP|LDAP|MYSQL|PG|REDIS|MQ|APP|MASTER|KEY|STORE|KEYSTORE|TRUSTSTORE|SUDO)(?:PASS|PWD|PW)$/;
/** What makes a key secret. */
const SECRET_KEY_OF = new Set(
  'API ACCESS SECRET PRIVATE AUTH SHARED PRESHARED MASTER HOST FUNCTION SUBSCRIPTION SERVICE WEBHOOK LICENSE'.split(
    ' ',
  ),
);
/** Keys that are no secrets, or are shown to everybody. */
const OPEN_KEY_OF = new Set(
  'PUBLIC PARTITION SORT HASH RANGE PRIMARY FOREIGN S3 OBJECT BUCKET CACHE ROUTING KMS LOOKUP MAP TAG JSON CONTEXT FEATURE INDEX IDEMPOTENCY CONDITION MESSAGE GROUP STATE SITE PUBLISHABLE TRANSLATION UNIQUE SEARCH SELECTION DATA CONFIG TARGET SOURCE OUTPUT INPUT DEDUPLICATION STRING OPTION FIELD HEADER REGISTRY DISTRIBUTION SSE CMK MANAGED AGGREGATE AGGREGATION ITEM KEY'.split(
    ' ',
  ),
);
/** What may follow the word without changing what the value is. */
const TRAILING = new Set(
  'VALUE PLAIN PLAINTEXT TEXT LITERAL PROD PRODUCTION PRD DEV DEVELOPMENT STG STAGING STAGE TEST QA OLD NEW PRIMARY SECONDARY CURRENT PREVIOUS BASE BASE64 B64 MAIN MASTER DEFAULT 1 2 3 01 02 A B'.split(
    ' ',
  ),
);
/** What comes before the word where the value is a switch, a figure or a mere marker of requests. */
const LEADING =
  /^(?:USE|ENABLE|DISABLE|HAS|HAVE|REQUIRES?|IS|ALLOW|NO|NOT|MAX|MIN|MAXIMUM|MINIMUM|NUM|NUMBER|COUNT|TOTAL|SHOW|HIDE|SKIP|RESET|FORGOT|FORGET|CHANGE|ROTATE|GENERATE|CREATE|INCLUDE|EXCLUDE|VALIDATE|CHECK|MANAGE|WITH|WITHOUT|GET|PUT|DELETE|LIST|UPDATE)$/;
/** Tokens that mark requests, pages and providers. */
const OPEN_TOKEN_OF = new Set(
  'NEXT CONTINUATION SERVICE CLIENT REQUEST IDEMPOTENCY CREATION PAGINATION PAGE SYNC HTTP TASK CANCELLATION EOS BOS PAD STOP INPUT OUTPUT PROMPT COMPLETION ID'.split(
    ' ',
  ),
);
/** Words at the end by which the value is something about a secret. */
const ABOUT = new Set(
  'ARN ARNS NAME NAMES ID IDS PATH PATHS FILE FILES FILENAME DIR FOLDER URL URLS URI URIS ENDPOINT ENDPOINTS HOST HOSTNAME DOMAIN PORT LENGTH SIZE EXPIRY EXPIRES EXPIRATION TTL TIMEOUT TIME DATE DAYS HOURS MINUTES SECONDS AGE ENABLED DISABLED REQUIRED POLICY POLICIES TYPE TYPES FORMAT HEADER HEADERS FIELD FIELDS PARAM PARAMETER PARAMETERS ROTATION SCHEDULE COUNT LIMIT LOCATION PREFIX SUFFIX REGION VERSION STAGE ALGORITHM ALG STORE PROVIDER MANAGER SERVICE SOURCE TABLE QUEUE TOPIC BUCKET ALIAS PATTERN REGEX RULE RULES ATTRIBUTE ATTRIBUTES LABEL DESCRIPTION USERNAME USER OWNER SCOPE SCOPES AUDIENCE ISSUER CLAIM CLAIMS VALIDITY UNIT UNITS METHOD MODE STATUS STATE HINT MESSAGE ERROR LENGTHS CHARACTERS CHARS COMPLEXITY HISTORY REUSE RESET HASH DIGEST FINGERPRINT SHA256 CHECKSUM SPEC USAGE REFERENCE REF LIST COLUMN SELECTOR HANDLER FUNCTION LAMBDA ROLE GENERATOR VALIDATOR AUTHENTICATION AUTHORIZER KIND CONFIG CONFIGURATION SETTINGS OPTIONS JSONKEY PAIR PAIRS MAP TTLSECONDS'.split(
    ' ',
  ),
);
const MENTIONS =
  /PASSW|PASSPHRASE|PASSCODE|SECRET|TOKEN|CREDENTIAL|APIKEY|(?:^|_)(?:KEY|PASS|PWD|PAT|AUTH|SALT|HMAC|CREDS|VERIFY)(?:_|$)/;
const JAPANESE =
  /パスワード|パスフレーズ|暗証番号|秘密鍵|認証キー|APIキー|アクセスキー|シークレット$|トークン$/;

const known = new Map<string, Secrecy | undefined>();
const MOST_KNOWN = 20_000;
const LONGEST_NAME = 128;

/** What a name says of its value; undefined where nothing. */
export function secrecyOf(name: string): Secrecy | undefined {
  if (name.length > LONGEST_NAME || name.length < 2) return undefined;
  if (known.has(name)) return known.get(name);
  const secrecy = judge(name);
  if (known.size < MOST_KNOWN) known.set(name, secrecy);
  return secrecy;
}

/** Whether a name says for certain that what it stands for is secret. */
export function saysSecret(name: string): boolean {
  return secrecyOf(name) === 'certain';
}

/** The words of a name in capitals: dbPassword, db-password and DB_PASSWORD are the same. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');
}

function judge(name: string): Secrecy | undefined {
  if (JAPANESE.test(name)) return 'certain';
  // The key of a tag or of an object.
  if (/^keys?$/i.test(name)) return undefined;
  // Paths of Step Functions: the value is an expression.
  if (name.endsWith('.$')) return undefined;
  const words = [...wordsOf(name)];
  if (!MENTIONS.test(words.join('_')) && !words.some((word) => SECRET_WORD.test(word) || GLUED.test(word)))
    return undefined;
  while (words.length > 1 && TRAILING.has(words[words.length - 1] as string)) words.pop();
  const last = words[words.length - 1] as string;
  const before = words[words.length - 2] ?? '';
  // The working directories of shells.
  if (/^(?:OLD)?PWD$/.test(words.join('_'))) return undefined;
  if (LEADING.test(words[0] as string) && words.length > 1) return undefined;
  if (ABOUT.has(last)) return undefined;
  if (/^TOKENS?$/.test(last) && OPEN_TOKEN_OF.has(before)) return undefined;
  if (/^KEYS?$/.test(last)) {
    if (SECRET_KEY_OF.has(before)) return 'certain';
    return OPEN_KEY_OF.has(before) ? undefined : 'perhaps';
  }
  if (SECRET_WORD.test(last) || GLUED.test(last)) return 'certain';
  if (/^CREDENTIALS?$/.test(last) || (last === 'AUTH' && before === 'BASIC')) return 'certain';
  return 'perhaps';
}
