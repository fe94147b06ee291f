import { HOLE, REFERENCE } from './user-data';

/** What a start script or a configuration file says about the clock. */
export interface TimeSettings {
  /** Servers that the clock follows, as written; HOLE or REFERENCE where that is not known. */
  readonly sources: readonly string[];
  /** How a time service is switched off for good, as written. */
  readonly switchedOff: readonly string[];
  /** A whole line is not known, so that it may say anything. */
  readonly hiddenLines: boolean;
}

const HOST = `[A-Za-z0-9_${HOLE}${REFERENCE}[$][A-Za-z0-9_.:${HOLE}${REFERENCE}\\[\\]{}$-]*`;
/** `server`, `pool` or `peer` of chrony and ntpd. */
const CHRONY = new RegExp(`(?:^|[\\s'"/>|@,])(?:server|pool|peer)[ \\t]+(${HOST})`, 'g');
const CLOCK_WORDS = /chrony|ntp|iburst|timesyncd|w32t/i;
const SERVICE = '(chronyd?|ntpd?|systemd-timesyncd|w32time)(?:\\.service)?\\b';
const OFF = [
  new RegExp(`\\b(?:stop|disable|mask|--remove)\\b[^;&|\\n]{0,80}?\\b${SERVICE}`, 'i'),
  /\b(?:remove|erase|purge|uninstall)\b[^;&|\n]{0,80}?\b(chrony|ntp)\b/i,
  new RegExp(`\\b(?:service|chkconfig|net)[ \\t]+(?:stop[ \\t]+)?${SERVICE}[ \\t]+(?:stop|off)\\b`, 'i'),
  new RegExp(`\\b(?:net|sc)[ \\t]+stop[ \\t]+${SERVICE}`, 'i'),
  new RegExp(`\\bStop-Service\\b[^;\\n]{0,80}?\\b${SERVICE}`, 'i'),
  new RegExp(`\\bSet-Service\\b[^;\\n]{0,80}?\\b${SERVICE}[^;\\n]{0,80}?\\bDisabled\\b`, 'i'),
  new RegExp(`\\bsc(?:\\.exe)?[ \\t]+config[ \\t]+${SERVICE}[ \\t]+start=[ \\t]*disabled`, 'i'),
];
const ON = [
  new RegExp(
    `\\b(?:start|restart|enable|reenable|unmask|install|try-restart)\\b[^;&|\\n]{0,80}?\\b${SERVICE}`,
    'i',
  ),
  new RegExp(
    `\\b(?:service|chkconfig|net)[ \\t]+(?:start[ \\t]+)?${SERVICE}[ \\t]+(?:start|restart|on)\\b`,
    'i',
  ),
  new RegExp(`\\b(?:net|sc)[ \\t]+start[ \\t]+${SERVICE}`, 'i'),
  new RegExp(`\\b(?:Start|Restart)-Service\\b[^;\\n]{0,80}?\\b${SERVICE}`, 'i'),
  new RegExp(`\\bSet-Service\\b[^;\\n]{0,80}?\\b${SERVICE}[^;\\n]{0,80}?\\bAutomatic\\b`, 'i'),
];
/** Services that AMIs of AWS come with: switched off, the clock runs free. Others may not be there in the first place. */
const DEFAULT_SERVICES = new Set(['chrony', 'w32time', 'timedatectl']);
/** Longer lines are data, not commands. */
const LONGEST_LINE = 65_536;

/** Reads a script or file. Only what sets or stops the clock counts; everything else in it is passed over. */
export function timeSettings(text: string): TimeSettings {
  const sources: string[] = [];
  const off = new Map<string, string>();
  const variables = new Map<string, string>();
  const aboutClock = CLOCK_WORDS.test(text);
  const on = new Set<string>();
  let hiddenLines = false;
  let cloudConfig = false;

  // `echo -e` and `printf` write the end of a line as `\n`.
  for (const raw of text.split(/\r\n|\r|\n|\\n/)) {
    if (raw.length > LONGEST_LINE) continue;
    const line = raw.trim();
    if (line === HOLE) hiddenLines = true;
    if (line === '' || isComment(line)) continue;

    const assignment = /^(?:export[ \t]+)?([A-Za-z_]\w*)=["']?([^"'\s;]+)["']?;?$/.exec(line);
    if (assignment !== null) variables.set(assignment[1] as string, assignment[2] as string);

    // `ntp:` at the top of a cloud-config, until the next key at the top.
    if (/^ntp:/.test(raw)) cloudConfig = true;
    else if (/^\S/.test(raw) && !raw.startsWith('-')) cloudConfig = false;
    if (cloudConfig) sources.push(...cloudConfigHosts(line));
    else if (aboutClock) sources.push(...hostsIn(withoutReplaced(line)));

    for (const command of line.split(/&&|\|\||[;|]/)) {
      const [turn, name] = serviceCommand(command);
      if (turn === 'off') {
        off.set(name, command.trim());
        on.delete(name);
      } else if (turn === 'on') {
        off.delete(name);
        on.add(name);
      }
    }
  }
  // Another service that is on keeps the clock in the place of the one that is off.
  const switchedOff =
    on.size > 0 ? [] : [...off].filter(([name]) => DEFAULT_SERVICES.has(name)).map(([, how]) => how);
  return { sources: sources.map((host) => resolve(host, variables)), switchedOff, hiddenLines };
}

function isComment(line: string): boolean {
  return /^(?:#|;|!|%|\/\/|::|rem\b)/i.test(line);
}

/** Whether a command switches a time service on or off, and which. */
function serviceCommand(command: string): readonly ['on' | 'off' | 'neither', string] {
  const timedatectl = /\bset-ntp[ \t]+(true|yes|on|1|false|no|off|0)\b/i.exec(command)?.[1];
  if (timedatectl !== undefined)
    return [/^(true|yes|on|1)$/i.test(timedatectl) ? 'on' : 'off', 'timedatectl'];
  const stopped = firstMatch(OFF, command);
  const name = (stopped ?? firstMatch(ON, command))?.toLowerCase().replace(/^(chrony|ntp)d$/, '$1');
  return name === undefined ? ['neither', ''] : [stopped === undefined ? 'on' : 'off', name];
}

function firstMatch(patterns: readonly RegExp[], text: string): string | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return match[1];
  }
  return undefined;
}

/** What `sed` looks for is what goes away; only what it puts in its place counts. */
function withoutReplaced(line: string): string {
  const sed = line.indexOf('sed ');
  if (sed < 0) return line;
  const start = /[\s'"]s([/|#,@%!])/.exec(line.slice(sed));
  if (start === null) return /[/]d['"]?/.test(line) ? '' : line;
  const from = sed + start.index + start[0].length;
  const to = line.indexOf(start[1] as string, from);
  return to < 0 ? line : `${line.slice(0, from)}${line.slice(to)}`;
}

function hostsIn(line: string): string[] {
  const hosts: string[] = [];
  for (const match of line.matchAll(CHRONY)) {
    const host = match[1] as string;
    // `server name;` is nginx, and a bare word is a name in HAProxy; time servers have a dot, a colon or are variables.
    const isNginx = line.endsWith(';') && !/iburst|chrony|ntp/i.test(line);
    if (!isNginx && /[.:$\uE000\uE001]/.test(host)) hosts.push(host);
  }
  const list = (pattern: RegExp, separator: RegExp) => {
    const match = pattern.exec(line);
    if (match !== null) hosts.push(...(match[1] as string).split(separator).filter((item) => item !== ''));
  };
  // systemd-timesyncd
  list(/(?:^|[\s'"/>])(?:Fallback)?NTP=([^'"/\\]*)/, /\s+/);
  // Windows
  list(/\/manualpeerlist:(?:["']([^"']*)["'])/i, /\s+/);
  list(/\/manualpeerlist:([^"'\s]+)/i, /\s+/);
  list(/\bNtpServer["']?[ \t]+(?:-Value|\/t[ \t]+REG_SZ[ \t]+\/d|\/d)[ \t]+["']?([^"'\s]+)/i, /\s+/);
  const once = /(?:^|[\s;&|(/])(?:ntpdate|sntp|rdate)[ \t]+((?:-\w+[ \t]+)*)([^\s;&|)'"<>]+)/.exec(line);
  if (
    once !== null &&
    !/\b(?:install|enable|disable|remove)\b/.test(line) &&
    /[.:$\uE000\uE001]/.test(once[2] as string)
  ) {
    hosts.push(once[2] as string);
  }
  return hosts;
}

function cloudConfigHosts(line: string): string[] {
  const item = /^-[ \t]*["']?([^"'\s#]+)/.exec(line);
  if (item !== null) return [item[1] as string];
  const inline = /^(?:servers|pools|peers):[ \t]*\[([^\]]*)\]/.exec(line);
  return inline === null
    ? []
    : (inline[1] as string)
        .split(',')
        .map((host) => host.replace(/["'\s]/g, ''))
        .filter((host) => host !== '');
}

function resolve(host: string, variables: ReadonlyMap<string, string>): string {
  const name = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(host)?.[1];
  return name === undefined ? host : (variables.get(name) ?? HOLE);
}

/** How a time source compares with those that are allowed. */
export function sourceOutcome(
  source: string,
  allowed: readonly string[],
): 'holds' | 'breaks' | 'undetermined' {
  const host = source
    .replace(/^[[("']+|(?<![\])"';,.])[\])"';,.]+$/g, '')
    .replace(/,0x[0-9a-f]+$/i, '')
    .toLowerCase();
  if (/[\uE000\uE001$]/.test(host)) return 'undetermined';
  return allowed.some((item) => item.toLowerCase() === host) ? 'holds' : 'breaks';
}
