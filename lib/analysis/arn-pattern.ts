import type { Outcome } from '../model/claim';
import type { Field } from '../model/field';
import { mayHaveName, physicalNameValue } from '../model/physical-name';
import type { Requirement } from '../model/requirement';
import type { Resource } from '../model/resource';
import { identityOf, type Reference, type Unknown, type Value } from '../model/value';
import type { Text } from '../text';
import { patternCovers, patternsMeet } from './policy-document';

/**
 * ARNs and patterns of ARNs as text, so that they can be compared before the names in them are known. A resource
 * without a name of its own stands as a mark that is equal to itself only; so does anything else that is not
 * known, with another mark, since that may turn out to be equal to something.
 */
const NAMELESS = '\uE000';
const NOT_KNOWN = '\uE001';
const END = '\uE002';

interface Shape {
  readonly service: string;
  /** What stands before the name, in the last part of the ARN. */
  readonly prefix?: string;
  readonly suffix?: string;
  /** Attributes that stand for the ARN, and for the name in it. */
  readonly arn: readonly string[];
  readonly name: readonly string[];
  /** The property that names it. @default - see physicalNameValue */
  readonly named?: string;
  /** The property that holds a path before the name. */
  readonly path?: string;
}

/** Secrets Manager puts six characters of its own behind the name. */
const RANDOM = `-${'\uE005'.repeat(6)}`;

/** Types whose ARNs are compared. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'AWS::S3::Bucket': { service: 's3', arn: ['Arn'], name: ['Ref'] },
  'AWS::SQS::Queue': { service: 'sqs', arn: ['Arn'], name: ['QueueName'] },
  'AWS::SNS::Topic': { service: 'sns', arn: ['Ref', 'TopicArn'], name: ['TopicName'] },
  'AWS::IAM::Role': { service: 'iam', prefix: 'role/', arn: ['Arn'], name: ['Ref'], path: 'Path' },
  'AWS::IAM::User': { service: 'iam', prefix: 'user/', arn: ['Arn'], name: ['Ref'], path: 'Path' },
  'AWS::IAM::Group': { service: 'iam', prefix: 'group/', arn: ['Arn'], name: ['Ref'], path: 'Path' },
  'AWS::IAM::ManagedPolicy': {
    service: 'iam',
    prefix: 'policy/',
    arn: ['Ref', 'PolicyArn'],
    name: [],
    named: 'ManagedPolicyName',
    path: 'Path',
  },
  'AWS::Lambda::Function': {
    service: 'lambda',
    prefix: 'function:',
    arn: ['Arn'],
    name: ['Ref'],
    named: 'FunctionName',
  },
  // Instances, keys and file systems are named by AWS alone.
  'AWS::EC2::Instance': { service: 'ec2', prefix: 'instance/', arn: [], name: ['Ref', 'InstanceId'] },
  'AWS::KMS::Key': { service: 'kms', prefix: 'key/', arn: ['Arn'], name: ['Ref', 'KeyId'] },
  'AWS::EFS::FileSystem': {
    service: 'elasticfilesystem',
    prefix: 'file-system/',
    arn: ['Arn'],
    name: ['Ref', 'FileSystemId'],
  },
  'AWS::SecretsManager::Secret': {
    service: 'secretsmanager',
    prefix: 'secret:',
    suffix: RANDOM,
    arn: ['Ref', 'Id'],
    name: [],
  },
  'AWS::DynamoDB::Table': { service: 'dynamodb', prefix: 'table/', arn: ['Arn'], name: ['Ref'] },
  'AWS::DynamoDB::GlobalTable': {
    service: 'dynamodb',
    prefix: 'table/',
    arn: ['Arn'],
    name: ['Ref'],
    named: 'TableName',
  },
  'AWS::RDS::DBCluster': { service: 'rds', prefix: 'cluster:', arn: ['DBClusterArn'], name: ['Ref'] },
  'AWS::RDS::DBInstance': { service: 'rds', prefix: 'db:', arn: ['DBInstanceArn'], name: ['Ref'] },
  'AWS::DocDB::DBCluster': { service: 'rds', prefix: 'cluster:', arn: [], name: ['Ref'] },
  'AWS::Neptune::DBCluster': { service: 'rds', prefix: 'cluster:', arn: [], name: ['Ref'] },
  'AWS::EC2::Volume': { service: 'ec2', prefix: 'volume/', arn: [], name: ['Ref', 'VolumeId'] },
  'AWS::FSx::FileSystem': { service: 'fsx', prefix: 'file-system/', arn: ['ResourceARN'], name: ['Ref'] },
  'AWS::OpenSearchService::Domain': {
    service: 'es',
    prefix: 'domain/',
    arn: ['Arn', 'DomainArn'],
    name: ['Ref'],
    named: 'DomainName',
  },
  'AWS::Kinesis::Stream': {
    service: 'kinesis',
    prefix: 'stream/',
    arn: ['Arn'],
    name: ['Ref'],
    named: 'Name',
  },
  'AWS::Backup::BackupVault': {
    service: 'backup',
    prefix: 'backup-vault:',
    arn: ['BackupVaultArn'],
    name: ['Ref'],
  },
  'AWS::ECR::Repository': {
    service: 'ecr',
    prefix: 'repository/',
    arn: ['Arn'],
    name: ['Ref'],
    named: 'RepositoryName',
  },
  'AWS::Logs::LogGroup': { service: 'logs', prefix: 'log-group:', arn: ['Arn'], name: ['Ref'] },
  'AWS::Events::EventBus': {
    service: 'events',
    prefix: 'event-bus/',
    arn: ['Arn'],
    name: ['Ref', 'Name'],
    named: 'Name',
  },
  'AWS::CodeBuild::Project': {
    service: 'codebuild',
    prefix: 'project/',
    arn: ['Arn'],
    name: ['Ref'],
    named: 'Name',
  },
  'AWS::CodePipeline::Pipeline': { service: 'codepipeline', arn: [], name: ['Ref'], named: 'Name' },
  'AWS::CodeCommit::Repository': {
    service: 'codecommit',
    arn: ['Arn'],
    name: ['Name'],
    named: 'RepositoryName',
  },
  'AWS::ECS::Service': { service: 'ecs', prefix: 'service/', arn: ['Ref', 'ServiceArn'], name: ['Name'] },
  'AWS::StepFunctions::StateMachine': {
    service: 'states',
    prefix: 'stateMachine:',
    arn: ['Ref', 'Arn'],
    name: ['Name'],
    named: 'StateMachineName',
  },
  'AWS::Glue::Job': { service: 'glue', prefix: 'job/', arn: [], name: ['Ref'], named: 'Name' },
  'AWS::Glue::DevEndpoint': {
    service: 'glue',
    prefix: 'devEndpoint/',
    arn: [],
    name: ['Ref'],
    named: 'EndpointName',
  },
  'AWS::SageMaker::NotebookInstance': {
    service: 'sagemaker',
    prefix: 'notebook-instance/',
    arn: ['Ref'],
    name: ['NotebookInstanceName'],
    named: 'NotebookInstanceName',
  },
};

/** Whether `arnOf` gives the ARN of resources of a type. */
export function hasArnShape(type: string): boolean {
  return Object.hasOwn(SHAPES, type);
}

/** The ARN of a resource of one of these services, with something that follows it. */
export function arnOf(resource: Resource, suffix = ''): string {
  const shape = SHAPES[resource.type];
  if (shape === undefined) return mark(NOT_KNOWN, resource.id);
  const { service, prefix = '', suffix: end = '' } = shape;
  const path = shape.path === undefined ? '' : pathOf(resource.get(shape.path));
  return `arn:aws:${service}:::${prefix}${path}${nameOf(resource)}${end}${suffix}`;
}

/** An ARN in which an attribute in braces names a resource, such as `dbuser:{DbiResourceId}`. */
export function arnByAttribute(resource: Resource, pattern: string): string {
  return pattern.replace(/\{(\w+)\}/, (_all, attribute: string) =>
    markOf({ kind: 'reference', resource, attribute }),
  );
}

type Comparison = (pattern: string, arn: string) => Outcome;

/** Whether a pattern, as `patternText` gives it, covers an ARN made by `arnOf`. */
export const coversText: Comparison = (pattern, arn) => {
  if (patternCovers(pattern, arn)) return 'holds';
  const [left, right] = [withoutPlace(pattern), withoutPlace(arn)];
  if (patternCovers(left, right)) return 'holds';
  return mayMeet(left, right);
};

/** Whether such a pattern has an ARN in common with another pattern, which begins as `arnOf` gives it. */
export const meetsText: Comparison = (pattern, wanted) => {
  const [left, right] = [withoutPlace(pattern), withoutPlace(wanted)];
  // What is too short to have a place stands as it is.
  if (patternsMeet(left, right) || (left === pattern && patternsMeet(pattern, wanted))) return 'holds';
  return mayMeet(left, right);
};

function mayMeet(left: string, right: string): Outcome {
  const mayBeEqual = left.includes(NOT_KNOWN) || right.includes(NOT_KNOWN);
  return mayBeEqual && patternsMeet(loose(left), loose(right)) ? 'undetermined' : 'breaks';
}

/** Requires a pattern that covers an ARN made by `arnOf`. */
export function coversArn(arn: string, text: Text): Requirement {
  return comparing(coversText, arn, text);
}

/** Requires a pattern that has an ARN in common with another pattern, which begins as `arnOf` gives it. */
export function meetsArn(wanted: string, text: Text): Requirement {
  return comparing(meetsText, wanted, text);
}

function comparing(compare: Comparison, arn: string, text: Text): Requirement {
  return {
    text,
    test: (value) => {
      const pattern = textOfArn(value);
      if (pattern === undefined) return value.kind === 'unknown' ? 'undetermined' : 'breaks';
      return compare(pattern, arn);
    },
  };
}

/** A value as a pattern of ARNs, with marks for what is not known; undefined for what is no text. */
export function patternText(value: Value): string | undefined {
  return textOfArn(value);
}

/** What a pattern leaves to be covered behind an ARN that it covers the beginning of: patterns, none where it does not. */
export function restsBehind(arn: string, value: Value): readonly string[] {
  const pattern = textOfArn(value);
  if (pattern === undefined) return [];
  return [...new Set([...rests(pattern, arn), ...rests(withoutPlace(pattern), withoutPlace(arn))])];
}

function rests(pattern: string, text: string): readonly string[] {
  let places = afterStars(new Set([0]), pattern);
  for (const letter of text) {
    const next = new Set<number>();
    for (const place of places) {
      const wanted = pattern[place];
      if (wanted === '*') next.add(place);
      else if (wanted === '?' || wanted === letter) next.add(place + 1);
    }
    if (next.size === 0) return [];
    places = afterStars(next, pattern);
  }
  return [...places].map((place) => pattern.slice(place));
}

/** With the places behind stars, which may stand for nothing. */
function afterStars(places: Set<number>, pattern: string): Set<number> {
  for (const place of places) if (pattern[place] === '*') places.add(place + 1);
  return places;
}

/**
 * What a pattern, as `patternText` gives it, begins with before anything in it is open: of two patterns that have an ARN
 * in common, one begins with what the other begins with. Undefined for what may begin with anything.
 */
export function beginningOf(pattern: string): string | undefined {
  const short = withoutPlace(pattern);
  return short === pattern ? undefined : /^[^*?\uE001]*/.exec(short)?.[0];
}

/** With a wildcard for each part that is not known. */
function loose(pattern: string): string {
  return pattern.replaceAll(/\uE001[0-9a-f]*\uE002/g, '*');
}

/** A value as a pattern, with a wildcard for each part that is not known; undefined for what is no text. */
export function looseArn(value: Value): string | undefined {
  return textOfArn(value)?.replaceAll(/[\uE000\uE001][0-9a-f]*\uE002|\uE005/g, '*');
}

/** An ARN without partition, region and account, which are those of the deployment. */
function withoutPlace(arn: string): string {
  let short = SHORT.get(arn);
  if (short === undefined) {
    const parts = arn.split(':');
    short = parts[0] === 'arn' && parts.length >= 6 ? `${parts[2]}:${parts.slice(5).join(':')}` : arn;
    if (SHORT.size < MOST_KEPT) SHORT.set(arn, short);
  }
  return short;
}

/** The same patterns are compared with many ARNs. */
const SHORT = new Map<string, string>();
/** Patterns come from templates, and so without end. */
const MOST_KEPT = 20_000;

function textOfArn(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return String(value.value);
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : markOf(part))).join('');
    case 'reference':
    case 'unknown':
      return markOf(value);
    default:
      return undefined;
  }
}

function markOf(part: Reference | Unknown): string {
  if (part.kind === 'unknown') return mark(NOT_KNOWN, identityOf(part) ?? '');
  const shape = SHAPES[part.resource.type];
  if (shape?.arn.includes(part.attribute)) return arnOf(part.resource);
  if (shape?.name.includes(part.attribute)) return nameOf(part.resource);
  // The ARN of anything else of AWS is that of nothing else.
  const isOwn = part.resource.type.startsWith('AWS::') && part.resource.type !== CUSTOM;
  return mark(
    isOwn && /Arn$|ResourceId$/.test(part.attribute) ? NAMELESS : NOT_KNOWN,
    identityOf(part) ?? '',
  );
}

const CUSTOM = 'AWS::CloudFormation::CustomResource';

function nameOf(resource: Resource): string {
  const shape = SHAPES[resource.type];
  const name = shape?.named === undefined ? physicalNameValue(resource) : onlyValue(resource, shape.named);
  const written = name === undefined || name.kind === 'reference' ? undefined : textOfArn(name);
  if (written !== undefined) return written;
  const named = shape?.named === undefined ? mayHaveName(resource) : !resource.get(shape.named).isAbsent;
  return mark(named ? NOT_KNOWN : NAMELESS, resource.id);
}

/** A path without the slash that it begins with. */
function pathOf(path: Field): string {
  const [only, second] = path.alternatives;
  if (only === undefined || second !== undefined) return mark(NOT_KNOWN, path.path);
  if (only.value.kind === 'absent') return '';
  const written = textOfArn(only.value);
  return written === undefined ? mark(NOT_KNOWN, path.path) : written.replace(/^\//, '');
}

function onlyValue(resource: Resource, property: string): Value | undefined {
  const [only, second] = resource.get(property).alternatives;
  return only === undefined || second !== undefined || only.value.kind === 'absent' ? undefined : only.value;
}

/** A key may hold any character, also those that patterns give a meaning to. */
function mark(kind: string, key: string): string {
  return `${kind}${Buffer.from(key).toString('hex')}${END}`;
}
