import type { Text } from './text';

/**
 * Credentials that show themselves by their form, whatever they are called, and what takes their place where
 * something is shown to people. Stands below everything else, so that no message is made without it.
 */

/** A credential in a text. */
export interface Credential {
  /** What it is; never the credential itself. */
  readonly kind: Text;
  readonly secret: string;
  readonly index: number;
}

interface Format {
  readonly kind: Text;
  /** All are linear: what repeats is bounded or a single class, and nothing repeats inside of a repetition. */
  readonly pattern: RegExp;
  /** Whether what was found counts; gets the first group where the pattern has one. */
  readonly counts?: (found: string) => boolean;
}

const named = (ja: string, en: string): Text => ({ ja, en });
const token = (service: string): Text => named(`${service}のトークン`, `a token of ${service}`);
const apiKey = (service: string): Text => named(`${service}のAPIキー`, `an API key of ${service}`);
const webhook = (service: string): Text => named(`${service}のWebhookのURL`, `a webhook of ${service}`);

/** Left of what is a word of its own. */
const B = '(?<![A-Za-z0-9])';
const E = '(?![A-Za-z0-9])';
const word = (source: string): RegExp => new RegExp(`${B}${source}${E}`, 'g');

const FORMATS: readonly Format[] = [
  { kind: named('AWSのアクセスキー', 'an access key of AWS'), pattern: word('A(?:KI|SI)A[A-Z0-9]{16}') },
  {
    kind: named('AWSの一時的な認証情報のトークン', 'a session token of AWS'),
    pattern: /(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|AQoDYXdz)[A-Za-z0-9/+=%]{40,}/g,
  },
  { kind: apiKey('Amazon Bedrock'), pattern: /(?<![A-Za-z0-9+/])ABSK[A-Za-z0-9+/]{100,}={0,2}/g },
  { kind: token('Amazon MWS'), pattern: /amzn\.mws\.[0-9a-f-]{36}/g },
  {
    kind: named('秘密鍵', 'a private key'),
    pattern:
      /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----[^-]{0,20000}(?:-----END [A-Z0-9 ]{0,40}-----)?/g,
    // What begins as an encoded key does is one, cut off or not.
    counts: (found) => /\bMI[A-J][A-Za-z0-9+/]{10}|[A-Za-z0-9+/]{20}/.test(found.slice(30)),
  },
  { kind: named('秘密鍵', 'a private key'), pattern: /PuTTY-User-Key-File-[23]:[^-]{0,20}/g },
  { kind: named('秘密鍵', 'a private key'), pattern: /AGE-SECRET-KEY-1[0-9A-Z]{58}/g },
  { kind: token('GitHub'), pattern: word('gh[opsur]_[A-Za-z0-9]{36,255}') },
  { kind: token('GitHub'), pattern: word('github_pat_[A-Za-z0-9_]{22,255}') },
  { kind: token('GitLab'), pattern: word('gl(?:pat|ptt|dt|rt|cbt|soat|ft|imt|agent)-[A-Za-z0-9_-]{20,255}') },
  { kind: token('Slack'), pattern: word('xox[abeoprs]-[A-Za-z0-9-]{10,255}') },
  { kind: token('Slack'), pattern: word('xapp-[0-9]-[A-Za-z0-9-]{20,255}') },
  {
    kind: webhook('Slack'),
    pattern: /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9_/]{20,200}/g,
  },
  {
    kind: webhook('Microsoft Teams'),
    pattern: /[a-z0-9-]{1,63}\.webhook\.office\.com\/webhook[a-z0-9]{0,3}\/[0-9a-zA-Z@/-]{40,400}/g,
  },
  {
    kind: webhook('Discord'),
    pattern: /discord(?:app)?\.com\/api\/webhooks\/[0-9]{15,22}\/[A-Za-z0-9_-]{40,100}/g,
  },
  { kind: apiKey('Stripe'), pattern: word('(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{10,255}') },
  {
    kind: named('Webhookの署名鍵', 'a signing secret of a webhook'),
    pattern: word('whsec_[A-Za-z0-9+/=]{24,255}'),
  },
  { kind: apiKey('Google'), pattern: /(?<![A-Za-z0-9])AIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g },
  { kind: token('Google'), pattern: word('ya29\\.[0-9A-Za-z_-]{20,2000}') },
  {
    kind: named('Googleのクライアントシークレット', 'a client secret of Google'),
    pattern: word('GOCSPX-[0-9A-Za-z_-]{20,64}'),
  },
  {
    kind: named('Azureの共有キー', 'a shared key of Azure'),
    pattern: /(?:AccountKey|SharedAccessKey)=([A-Za-z0-9+/]{30,200}={0,2})/g,
  },
  {
    kind: named('Azureの共有アクセス署名', 'a shared access signature of Azure'),
    pattern: /[?&]sig=([A-Za-z0-9%+/=]{40,200})/g,
  },
  { kind: apiKey('SendGrid'), pattern: word('SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}') },
  { kind: apiKey('Twilio'), pattern: word('SK[0-9a-f]{32}') },
  { kind: token('npm'), pattern: word('npm_[A-Za-z0-9]{36}') },
  { kind: token('PyPI'), pattern: word('pypi-[A-Za-z0-9_-]{50,1000}') },
  { kind: token('Docker'), pattern: word('dckr_(?:pat|oat)_[A-Za-z0-9_-]{20,100}') },
  { kind: token('Hugging Face'), pattern: word('hf_[A-Za-z0-9]{30,64}') },
  { kind: apiKey('Anthropic'), pattern: word('sk-ant-[A-Za-z0-9_-]{20,255}') },
  {
    kind: apiKey('OpenAI'),
    pattern: word('sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{32,255}'),
    counts: (found) => /[0-9]/.test(found) && /[A-Z]/.test(found),
  },
  { kind: token('HashiCorp Vault'), pattern: word('hv[bsr]\\.[A-Za-z0-9_-]{20,300}') },
  { kind: token('HCP Terraform'), pattern: /[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9_=-]{60,80}/g },
  { kind: apiKey('Heroku'), pattern: word('HRKU-[A-Za-z0-9_-]{36,64}') },
  { kind: token('Shopify'), pattern: word('shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}') },
  { kind: token('Square'), pattern: word('sq0(?:atp|csp)-[0-9A-Za-z_-]{22,43}') },
  { kind: apiKey('Mailgun'), pattern: word('key-[0-9a-f]{32}') },
  { kind: apiKey('Mailchimp'), pattern: word('[0-9a-f]{32}-us[0-9]{1,2}') },
  { kind: token('DigitalOcean'), pattern: word('do[opr]_v1_[0-9a-f]{64}') },
  { kind: token('Atlassian'), pattern: word('AT[AC]TT3[A-Za-z0-9_=-]{50,255}') },
  { kind: token('Grafana'), pattern: word('gl(?:sa|c)_[A-Za-z0-9+/_=]{32,400}') },
  { kind: apiKey('New Relic'), pattern: word('NRAK-[A-Z0-9]{27}') },
  { kind: token('Databricks'), pattern: word('dapi[0-9a-f]{32}(?:-[0-9])?') },
  { kind: token('Sentry'), pattern: word('sntry[su]_[A-Za-z0-9+/=_-]{40,400}') },
  { kind: token('Pulumi'), pattern: word('pul-[0-9a-f]{40}') },
  { kind: apiKey('Postman'), pattern: word('PMAK-[0-9a-f]{24}-[0-9a-f]{34}') },
  { kind: token('Doppler'), pattern: word('dp\\.(?:pt|st|ct|sa)\\.[A-Za-z0-9_.-]{40,80}') },
  { kind: token('Facebook'), pattern: /EAACEdEose0cBA[0-9A-Za-z]{10,400}/g },
  { kind: token('PayPal'), pattern: /access_token\$production\$[0-9a-z]{16}\$[0-9a-f]{32}/g },
  {
    kind: named('JSON Web Token', 'a JSON Web Token'),
    pattern: word('eyJ[A-Za-z0-9_-]{10,4000}\\.eyJ[A-Za-z0-9_-]{10,8000}\\.[A-Za-z0-9_-]{10,2000}'),
  },
  {
    kind: named('URL中のパスワード', 'a password in an address'),
    pattern: /[a-z0-9]:\/\/[^/:@\s"'`<>]{0,100}:([^@/\s"'`<>]{1,200})@[^\s@"'`]/gi,
    counts: (found) => !isPlaceholder(found) && !/[${\uE000\uE001]/.test(found[0] as string),
  },
  {
    kind: named('認証ヘッダー', 'an authorization header'),
    pattern: /\bbearer[ \t]{1,4}([A-Za-z0-9+/._~-]{16,4000}={0,2})/gi,
    counts: (found) => /[0-9]/.test(found) && /[A-Za-z]/.test(found) && !isPlaceholder(found),
  },
  {
    kind: named('認証ヘッダー', 'an authorization header'),
    pattern: /\bbasic[ \t]{1,4}([A-Za-z0-9+/]{8,1000}={0,2})/gi,
    counts: (found) =>
      /^[\x20-\x7E]{1,200}:[\x20-\x7E]{1,500}$/.test(Buffer.from(found, 'base64').toString('latin1')),
  },
  {
    kind: named('パスワードのハッシュ値', 'a hashed password'),
    pattern: /\$(?:apr1|1|5|6|y|2[aby])\$[./A-Za-z0-9$=]{20,200}/g,
  },
];

/** One quick look, by which nearly all text is passed over. */
const ANY_FORMAT =
  /A(?:KI|SI)A[A-Z0-9]{16}|IQoJb3|[QwD](?:oG|oD)ZXIv|AQoDYX|ABSK|amzn\.mws|PRIVATE KEY|PuTTY-User|AGE-SECRET|gh[opsur]_|github_pat|gl(?:pat|ptt|dt|rt|cbt|soat|ft|imt|agent|sa|c)[-_]|xox[abeoprs]-|xapp-|hooks\.slack|webhook\.office|api\/webhooks|[sr]k_(?:live|test)_|whsec_|AIza|ya29\.|GOCSPX|AccountKey=|SharedAccessKey=|[?&]sig=|SG\.|SK[0-9a-f]{8}|npm_|pypi-|dckr_|hf_|sk-|hv[bsr]\.|atlasv1|HRKU-|shp[a-z]{2}_|sq0|key-[0-9a-f]{8}|[0-9a-f]-us[0-9]|do[opr]_v1|AT[AC]TT3|NRAK-|dapi[0-9a-f]|sntry|pul-[0-9a-f]|PMAK-|dp\.[a-z]{2}\.|EAACEd|access_token\$|eyJ[A-Za-z0-9]|:\/\/[^/\s]{0,200}@|bearer\s|basic\s|\$(?:apr1|[156y]|2[aby])\$/i;

/** Longer than any template that can be deployed; what is behind is not looked at. */
export const MOST_SCANNED = 1_000_000;
const MOST_FOUND = 100;
const SHORTEST = 8;

/** Credentials in a text that show themselves by their form. */
export function credentialsIn(text: string): readonly Credential[] {
  if (text.length < SHORTEST) return [];
  const body = text.length > MOST_SCANNED ? text.slice(0, MOST_SCANNED) : text;
  if (!ANY_FORMAT.test(body)) return [];
  const found: Credential[] = [];
  for (const { kind, pattern, counts } of FORMATS) {
    for (const match of body.matchAll(pattern)) {
      const secret = match[1] ?? match[0];
      if (counts !== undefined && !counts(secret)) continue;
      found.push({ kind, secret, index: match.index + match[0].indexOf(secret) });
      if (found.length >= MOST_FOUND) return found;
    }
  }
  return found;
}

const PLACEHOLDER_WORDS =
  /^(?:(?:replace|change|update|fill|insert|set|enter|put|provide)[-_. ](?:me|this|it|here|in|with|your|the)(?:[-_. ].{0,60})?|(?:your|my-own|the)[-_. ].{1,60}|to[-_ ]?be[-_ ].{1,60}|to-?do|tbd|placeholder|dummy|redacted|masked|hidden|n\/a|none|null|nil|undefined|not[-_ ]?set|unset|empty|string|number|boolean|object|optional|required|enabled|disabled)$/i;

/** Whether a text only keeps the place of a value that somebody or something puts in. */
export function isPlaceholder(text: string): boolean {
  const bare = text.trim();
  if (bare.length < 3) return bare.length === 0 || /^[x*?.#-]+$/i.test(bare);
  // The same sign throughout: xxxx, ****, ----.
  if (/^(?:x+|[*?.#_-]+|0+)$/i.test(bare)) return true;
  // The whole is put in by something else: <…>, ${…}, {{…}}, %…%, $(…), $NAME, [[…]], __NAME__, @NAME@.
  if (
    /^(?:<[^<>]*>|\$\{[^}]*\}|\{\{.*\}\}|\{[\w. -]{1,60}\}|%[^%\s]+%|\$\(.*\)|\$[A-Za-z_]\w*|\$\$?\.[^\s]*|\[[\w. -]{1,60}\]|__\w+__|@\w+@|`.*`)$/s.test(
      bare,
    )
  )
    return true;
  return PLACEHOLDER_WORDS.test(bare);
}

/** What stands where a credential was. */
export const MASK: Text = { ja: '（伏せた認証情報）', en: '(credential withheld)' };

/** A text for people without the credentials that show themselves. */
export function withoutCredentials(text: Text): Text {
  return { ja: maskIn(text.ja, MASK.ja), en: maskIn(text.en, MASK.en) };
}

function maskIn(text: string, mask: string): string {
  let masked = text;
  for (const { secret } of credentialsIn(text)) masked = masked.split(secret).join(mask);
  return masked;
}
