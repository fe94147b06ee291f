import type { WrittenFor } from '../classic';
import { type Made, put } from '../paths';
import { derived, isInputs, type PulumiInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

/** What CDK makes to empty a bucket before it is deleted: the provider does the same. */
const EMPTYING = 'Custom::S3AutoDeleteObjects';

const NOTIFICATIONS = [
  ['lambdaFunctions', 'lambdaFunctionArn', 'LambdaConfigurations', 'Function'],
  ['queues', 'queueArn', 'QueueConfigurations', 'Queue'],
  ['topics', 'topicArn', 'TopicConfigurations', 'Topic'],
] as const;

export const S3_SPECIAL: Readonly<Record<string, Special>> = {
  bucket: (made, inputs, written, self) => {
    addGrants(made, inputs['grants'], 'grants', written);
    return inputs['forceDestroy'] === true || inputs['forceDestroy'] === 'true'
      ? [{ suffix: '.forceDestroy', type: EMPTYING, properties: { BucketName: self } }]
      : [];
  },
  bucketGrants: (made, inputs, written) => {
    const policy = inputs['accessControlPolicy'];
    if (isInputs(policy)) addGrants(made, policy['grants'], 'grants', written);
    else if (policy !== undefined && policy !== null)
      put(made, 'AccessControl', [], written(derived(policy), 'accessControlPolicy'));
    return [];
  },
  /** A notification of several events is one for each of them in CloudFormation. */
  bucketNotification: (made, inputs, written) => {
    for (const [list, target, configurations, name] of NOTIFICATIONS) {
      const value = inputs[list];
      if (value === undefined || value === null) continue;
      const items = Array.isArray(value)
        ? (value as readonly PulumiValue[]).flatMap((item) =>
            notificationsOf(item, list, target, name, written),
          )
        : written(derived(value), list);
      put(made, `NotificationConfiguration.${configurations}`, [], items);
    }
    return [];
  },
};

/** CloudFormation knows lists of grants by their names only. What is granted to accounts one by one is private there. */
function addGrants(made: Made, grants: PulumiValue, property: string, written: WrittenFor): void {
  if (grants === undefined || grants === null || made['AccessControl'] !== undefined) return;
  if (!Array.isArray(grants)) {
    put(made, 'AccessControl', [], written(derived(grants), property));
    return;
  }
  const words = (grants as readonly PulumiValue[]).map((grant) => wordOf(grant, written));
  const found =
    words.find((word) => typeof word === 'string' && word.startsWith('Public')) ??
    words.find((word) => word === 'AuthenticatedRead') ??
    words.find((word) => typeof word === 'object') ??
    words.find((word) => word === 'LogDeliveryWrite');
  if (found !== undefined) put(made, 'AccessControl', [], found);
}

function wordOf(grant: PulumiValue, written: WrittenFor): unknown {
  if (!isInputs(grant)) return written(derived(grant), 'grants');
  const grantee = isInputs(grant['grantee']) ? grant['grantee'] : grant;
  const uri = grantee['uri'];
  if (uri === undefined || uri === null || uri === '') return undefined;
  if (typeof uri !== 'string') return written(derived(uri), 'uri');
  if (uri.endsWith('/AllUsers')) return mayWrite(grant) ? 'PublicReadWrite' : 'PublicRead';
  if (uri.endsWith('/AuthenticatedUsers')) return 'AuthenticatedRead';
  return uri.endsWith('/LogDelivery') ? 'LogDeliveryWrite' : undefined;
}

function mayWrite(grant: PulumiInputs): boolean {
  const permissions = [grant['permission'], grant['permissions']].flat();
  return permissions.some((one) => one === 'WRITE' || one === 'WRITE_ACP' || one === 'FULL_CONTROL');
}

function notificationsOf(
  item: PulumiValue,
  list: string,
  target: string,
  name: string,
  written: WrittenFor,
): readonly unknown[] {
  if (!isInputs(item)) return [written(derived(item), list)];
  const rules = (
    [
      ['prefix', item['filterPrefix']],
      ['suffix', item['filterSuffix']],
    ] as const
  ).flatMap(([Name, Value]) =>
    Value === undefined || Value === null || Value === '' ? [] : [{ Name, Value: written(Value, 'filter') }],
  );
  const filter = rules.length === 0 ? {} : { Filter: { S3Key: { Rules: rules } } };
  const events = item['events'];
  const each = Array.isArray(events) ? (events as readonly PulumiValue[]) : [derived(events)];
  return each.map((event) => ({
    Event: written(event, 'events'),
    [name]: written(item[target], target),
    ...filter,
  }));
}
