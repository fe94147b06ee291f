import type { Deployment } from '../model/deployment';
import type { Guard } from '../model/guard';
import type { Resource } from '../model/resource';
import { identityOf, type Reference, textOf, type Unknown, type Value } from '../model/value';

type Part = string | Reference | Unknown;

interface Named {
  readonly bucket: Resource;
  readonly when: Guard;
}

const NAMES = new WeakMap<Deployment, ReadonlyMap<string, readonly Named[]>>();

const FOUND = new WeakMap<Deployment, WeakMap<Value, readonly Named[]>>();

/** The buckets of the deployment that a value points at: by reference, name, ARN (with a key) or domain name. */
export function bucketsAt(deployment: Deployment, value: Value): readonly Named[] {
  let found = FOUND.get(deployment);
  if (found === undefined) {
    found = new WeakMap();
    FOUND.set(deployment, found);
  }
  // The same value is looked at for each of many buckets.
  let buckets = found.get(value);
  if (buckets === undefined) {
    buckets = findBuckets(deployment, value);
    found.set(value, buckets);
  }
  return buckets;
}

function findBuckets(deployment: Deployment, value: Value): readonly Named[] {
  const name = bucketName(value);
  if (name === undefined) return [];
  if (name.kind === 'reference') {
    const { resource } = name;
    return resource.type === 'AWS::S3::Bucket' ? [{ bucket: resource, when: resource.exists }] : [];
  }
  const identity = identityOf(name);
  return identity === undefined ? [] : (namesOf(deployment).get(identity) ?? []);
}

function namesOf(deployment: Deployment): ReadonlyMap<string, readonly Named[]> {
  let names = NAMES.get(deployment) as Map<string, Named[]> | undefined;
  if (names === undefined) {
    names = new Map();
    for (const bucket of deployment.ofType('AWS::S3::Bucket')) {
      for (const { when, value } of bucket.get('BucketName').alternatives) {
        const identity = value.kind === 'known' || value.kind === 'text' ? identityOf(value) : undefined;
        if (identity === undefined) continue;
        names.set(identity, [...(names.get(identity) ?? []), { bucket, when }]);
      }
    }
    NAMES.set(deployment, names);
  }
  return names;
}

/** What remains of a name, ARN or domain name once only the bucket's name is kept. */
function bucketName(value: Value): Value | undefined {
  const parts = partsOf(value);
  if (parts === undefined) return undefined;
  const [first] = parts;
  const rest: Part[] =
    typeof first === 'string'
      ? [first.replace(/^arn:[^:]*:s3:[^:]*:[^:]*:/, ''), ...parts.slice(1)]
      : [...parts];
  const kept: Part[] = [];
  for (const part of rest) {
    const end = typeof part === 'string' ? part.search(/\/|\.s3[.-]/) : -1;
    if (end >= 0) {
      kept.push((part as string).slice(0, end));
      break;
    }
    kept.push(part);
  }
  return textOf(kept);
}

function partsOf(value: Value): readonly Part[] | undefined {
  if (value.kind === 'known') return [String(value.value)];
  if (value.kind === 'text') return value.parts;
  return value.kind === 'reference' ? [value] : undefined;
}

/** Whether a value names a resource or is built around a reference to it, as an ARN often is. */
export function mentions(value: Value, resource: Resource): boolean {
  return mentioned(value).includes(resource);
}

/** The resources that a value names or is built around. */
export function mentioned(value: Value): readonly Resource[] {
  return (partsOf(value) ?? []).flatMap((part) =>
    typeof part !== 'string' && part.kind === 'reference' ? [part.resource] : [],
  );
}
