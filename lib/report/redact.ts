import type { Assessment, Finding } from '../assess';
import { ENVIRONMENTS, PARTIES, ZONES } from '../policy/zones';
import type { Text } from '../text';

/** Replaces what is not for everybody's eyes by names that stay the same within one report. */
export interface Redactor {
  readonly text: (text: string) => string;
  readonly path: (path: string) => string;
}

// Of everybody, or of AWS: they tell nothing about the city.
const PUBLIC_ADDRESSES = new Set([
  '0.0.0.0',
  '::',
  '169.254.169.123',
  '169.254.169.254',
  'fd00:ec2::123',
  '127.0.0.1',
  '::1',
]);
const PUBLIC_HOSTS =
  /(^|\.)(amazonaws\.com|amazonaws\.com\.cn|aws\.amazon\.com|amazon\.com|cloudfront\.net)$/;
const IDENTIFIERS =
  /\b(?:vpce-svc|dxgw|dxcon|eipalloc|eipassoc|subnet|tgw-attach|tgw-rtb|tgw|vpce|vpc|pcx|eni|igw|eigw|nat|rtb|acl|sgr|sg|pl|vgw|vpn|cgw|ami|vol|snap|lt|fsap|fs|ou|i)-[0-9a-f]{8,17}\b|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
// Bounded as the standards bound them: what is not, would be searched again from each letter on.
const EMAIL = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;
const HOST =
  /\b(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,20}(?:com|net|org|jp|info|biz|dev|app|cloud|io|example|test|local|internal|lan|corp)\b/g;
const ADDRESS = /(?<![\w:.])[0-9a-fA-F:][0-9a-fA-F:.]+(?:\/\d{1,3})?(?![\w:])/g;
const ACCOUNT = /(?<!\d)\d{12}(?!\d)/g;
/** A shorter one is a word of the language more often than somebody's name. */
const SHORTEST_NAME = 3;

/** Of everybody, though somebody may call something so. */
const WORDS = new Set([
  ...ZONES,
  ...ENVIRONMENTS,
  ...PARTIES,
  'true',
  'false',
  'default',
  'none',
  'all',
  'aws:kms',
  'Resource',
]);

/** @param names those of resources, stacks and files, and what else the templates call by a name */
export function redactorOf(names: Iterable<string>): Redactor {
  const given = new Map<string, string>();
  const counts = new Map<string, number>();
  const alias = (kind: string, value: string): string => {
    const key = `${kind}\u0000${value}`;
    let name = given.get(key);
    if (name === undefined) {
      const number = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, number);
      name = `${kind}-${number}`;
      given.set(key, name);
    }
    return name;
  };
  // Sorted, so that the same report is redacted in the same way. Names with others inside come first.
  const known = [...new Set(names)]
    .filter((name) => name.length >= SHORTEST_NAME && !WORDS.has(name))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  for (const name of [...known].sort()) alias('name', name);
  const byStart = new Map<string, string[]>();
  for (const name of known) {
    const list = byStart.get(name[0] as string);
    if (list === undefined) byStart.set(name[0] as string, [name]);
    else list.push(name);
  }
  const withoutNames = (text: string): string => {
    let out = '';
    for (let at = 0; at < text.length; ) {
      const before = text[at - 1];
      const free =
        before === undefined || !/[A-Za-z0-9]/.test(before) || !/[A-Za-z0-9]/.test(text[at] as string);
      const name = free
        ? byStart
            .get(text[at] as string)
            ?.find(
              (candidate) =>
                text.startsWith(candidate, at) &&
                !/^[A-Za-z0-9]{2}/.test(text.slice(at + candidate.length - 1)),
            )
        : undefined;
      if (name === undefined) out += text[at++];
      else {
        out += alias('name', name);
        at += name.length;
      }
    }
    return out;
  };
  const text = (whole: string): string =>
    withoutNames(whole)
      .replace(EMAIL, (found) => alias('address', found))
      .replace(HOST, (found) => (PUBLIC_HOSTS.test(found) ? found : alias('host', found)))
      .replace(IDENTIFIERS, (found) => alias('id', found))
      .replace(ACCOUNT, (found) => alias('account', found))
      .replace(ADDRESS, (found) => {
        const [address = '', length] = found.split('/');
        return !isAddress(address) || PUBLIC_ADDRESSES.has(address)
          ? found
          : alias('address', found) + (length === undefined ? '' : `/${length}`);
      });
  return { text, path: (path) => (path === '' ? '' : alias('file', path)) };
}

function isAddress(text: string): boolean {
  if (!text.includes(':'))
    return /^(\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) < 256);
  return URL.canParse(`http://[${text}]`);
}

/** An assessment in which nothing names the city's accounts, addresses, people or resources (7.1(5)). */
export function redactAssessment(assessment: Assessment, names: Iterable<string>): Assessment {
  const redactor = redactorOf([...namesIn(assessment), ...names]);
  return {
    ...assessment,
    templates: assessment.templates.map(({ path, stack }) => ({
      path: redactor.path(path),
      ...(stack === undefined ? {} : { stack: redactor.text(stack) }),
    })),
    factsFiles: assessment.factsFiles.map(redactor.path),
    assumptions: assessment.assumptions.map(redactor.text),
    findings: assessment.findings.map((finding) => redactFinding(finding, redactor)),
  };
}

function namesIn({ findings, templates }: Assessment): readonly string[] {
  return [
    ...templates.flatMap(({ stack }) => stack ?? []),
    ...findings.flatMap(({ resource: { stack, logicalId, constructPath }, exception }) => [
      ...(stack === undefined ? [] : [stack]),
      ...(logicalId === undefined ? [] : [logicalId]),
      // Its steps too: a message may speak of the parent.
      ...(constructPath === undefined
        ? []
        : [constructPath, ...constructPath.split('/').filter((step) => !CDK_STEPS.has(step))]),
      ...(exception === undefined ? [] : [exception.approver, exception.application]),
    ]),
  ];
}

/** Names that CDK gives to constructs, of which messages speak as words. */
const CDK_STEPS = new Set([
  'Resource',
  'Default',
  'DefaultPolicy',
  'Policy',
  'ServiceRole',
  'Key',
  'Alias',
  'Bucket',
]);

function redactFinding(finding: Finding, { text, path }: Redactor): Finding {
  const both = ({ ja, en }: Text): Text => ({ ja: text(ja), en: text(en) });
  const { resource, exception, property } = finding;
  return {
    ...finding,
    resource: {
      template: path(resource.template),
      ...(resource.stack === undefined ? {} : { stack: text(resource.stack) }),
      ...(resource.logicalId === undefined ? {} : { logicalId: text(resource.logicalId) }),
      ...(resource.type === undefined ? {} : { type: resource.type }),
      ...(resource.constructPath === undefined ? {} : { constructPath: text(resource.constructPath) }),
    },
    ...(property === undefined ? {} : { property: text(property) }),
    message: both(finding.message),
    evidence: finding.evidence.map((item) => ({
      ...item,
      path: text(item.path),
      actual: both(item.actual),
      required: both(item.required),
      ...(item.sentence === undefined ? {} : { sentence: both(item.sentence) }),
    })),
    ...(exception === undefined
      ? {}
      : {
          // Whatever else the register says of it may name somebody as well.
          exception: Object.fromEntries(
            Object.entries(exception).map(([key, value]) => [
              key,
              typeof value === 'string' && key !== 'expires' ? text(value) : value,
            ]),
          ) as unknown as typeof exception,
        }),
  };
}
