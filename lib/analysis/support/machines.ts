import type { Value } from '../../model/value';
import type { Lookup } from './claim';
import { findSupport } from './table';
import { type SupportTableName, supportTable } from './tables';

/** An operating system that the name of an image tells. */
interface Pattern {
  readonly table: SupportTableName;
  readonly of: RegExp;
  /** The version, where the name does not hold it as the table has it. */
  readonly version?: string;
}

/** Public parameters of AWS and images of Image Builder. The first that matches counts. */
const IMAGES: readonly Pattern[] = [
  {
    table: 'eksNodeImage',
    of: /\/aws\/service\/eks\/optimized-ami\/[^/]+\/amazon-linux-2(-|\/)/,
    version: 'AL2',
  },
  {
    table: 'amazonLinux',
    of: /\/aws\/service\/eks\/optimized-ami\/[^/]+\/amazon-linux-2023\//,
    version: '2023',
  },
  { table: 'amazonLinux', of: /\/ami-amazon-linux-latest\/al2023-/, version: '2023' },
  { table: 'amazonLinux', of: /\/ami-amazon-linux-latest\/amzn2-/, version: '2' },
  { table: 'amazonLinux', of: /\/ami-amazon-linux-latest\/amzn-/, version: '1' },
  { table: 'amazonLinux', of: /\/ecs\/optimized-ami\/amazon-linux-2023\//, version: '2023' },
  { table: 'amazonLinux', of: /\/ecs\/optimized-ami\/amazon-linux-2\//, version: '2' },
  { table: 'amazonLinux', of: /\/ecs\/optimized-ami\/amazon-linux\//, version: '1' },
  { table: 'windowsServer', of: /\/ami-windows-latest\/(?:\S{0,200}-)?Windows_Server-(\d{4})-/i },
  { table: 'windowsServer', of: /\/ecs\/optimized-ami\/windows_server\/(\d{4})\// },
  { table: 'ubuntu', of: /\/aws\/service\/canonical\/ubuntu\/\S{0,200}\/(\d{2}\.\d{2})\// },
  { table: 'amazonLinux', of: /:image\/amazon-linux-(2023|2)-/ },
  { table: 'windowsServer', of: /:image\/windows-server-(\d{4})-/ },
  { table: 'rhel', of: /:image\/red-hat-enterprise-linux-(\d+)-/ },
  // Platforms of notebook instances.
  { table: 'amazonLinux', of: /^notebook-al(2023|[12])-v\d+$/ },
];

/** The operating system of an image by its name. A mere image id tells none. */
export const imageLookup: Lookup = (name) => firstOf(IMAGES, name);

/** The operating system in the name of a solution stack of Elastic Beanstalk. */
const STACKS: readonly Pattern[] = [
  { table: 'amazonLinux', of: /\bAmazon Linux (2023|2)\b/ },
  { table: 'amazonLinux', of: /\bAmazon Linux 201\d\.\d\d\b/, version: '1' },
  { table: 'windowsServer', of: /\bWindows Server (?:Core )?(\d{4})\b/ },
];

export const stackLookup: Lookup = (name) => firstOf(STACKS, name);

/** Images that CodeBuild provides, by the operating system that they are made of. */
const BUILD_IMAGES: readonly Pattern[] = [
  {
    table: 'amazonLinux',
    of: /^aws\/codebuild\/amazonlinux2-x86_64-standard:([1-4]\.|corretto)/,
    version: '2',
  },
  { table: 'amazonLinux', of: /^aws\/codebuild\/amazonlinux2-aarch64-standard:[12]\./, version: '2' },
  // From here on the images of this name are made of the next system.
  { table: 'amazonLinux', of: /^aws\/codebuild\/amazonlinux2-x86_64-standard:5\./, version: '2023' },
  { table: 'amazonLinux', of: /^aws\/codebuild\/amazonlinux2-aarch64-standard:3\./, version: '2023' },
  { table: 'amazonLinux', of: /^aws\/codebuild\/amazonlinux-(?:x86_64|aarch64)-standard:/, version: '2023' },
  { table: 'ubuntu', of: /^aws\/codebuild\/standard:[1-4]\./, version: '18.04' },
  { table: 'ubuntu', of: /^aws\/codebuild\/standard:5\./, version: '20.04' },
  { table: 'ubuntu', of: /^aws\/codebuild\/standard:[67]\./, version: '22.04' },
  { table: 'ubuntu', of: /^aws\/codebuild\/standard:8\./, version: '24.04' },
  { table: 'windowsServer', of: /^aws\/codebuild\/windows-base:(2019|2022)-/ },
];

export const buildImageLookup: Lookup = (name) => firstOf(BUILD_IMAGES, name);

function firstOf(patterns: readonly Pattern[], name: string): ReturnType<Lookup> {
  for (const { table, of, version } of patterns) {
    const match = of.exec(name);
    if (match === null) continue;
    const found = findSupport(supportTable(table), version ?? (match[1] as string));
    return found;
  }
  return undefined;
}

/**
 * What is written of an image's name, where it is known by that: a literal, a dynamic reference to a public parameter
 * (whose path says what AWS keeps there), or an ARN of which only the region is open.
 */
export function imageName(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  const parts = value.kind === 'text' ? value.parts : value.kind === 'unknown' ? value.resolves : undefined;
  if (parts === undefined) return undefined;
  return parts.map((part) => (typeof part === 'string' ? part : '*')).join('');
}
