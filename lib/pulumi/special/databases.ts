import { type Made, put } from '../paths';
import { derived, isInputs, Pending, type PulumiValue } from '../resource';
import type { Special } from '../special';

/** What a table says of itself and a global table says of each of its replicas. */
const OF_REPLICAS = [
  'SSESpecification',
  'PointInTimeRecoverySpecification',
  'DeletionProtectionEnabled',
  'TableClass',
  'Tags',
];

/** A table with replicas is itself the one of its own region; CloudFormation lists it among the others. */
const ownReplica: Special = (made) => {
  const others = made['Replicas'];
  if (!Array.isArray(others)) return undefined;
  const own: Made = { Region: { Ref: 'AWS::Region' } };
  for (const name of OF_REPLICAS) {
    if (made[name] === undefined) continue;
    own[name] = made[name];
    if (name !== 'SSESpecification') delete made[name];
  }
  made['Replicas'] = [own, ...others];
  return undefined;
};

/** Logs of a domain by their type. A list of which not all types are known is not known. */
const domainLogs: Special = (made, inputs, written) => {
  const options = inputs['logPublishingOptions'];
  if (options === undefined || options === null) return undefined;
  const logs: Made = {};
  for (const option of Array.isArray(options) ? (options as readonly PulumiValue[]) : [options]) {
    const type = isInputs(option) ? option['logType'] : undefined;
    if (!isInputs(option) || typeof type !== 'string') {
      const open = derived(option instanceof Pending ? option : new Pending());
      put(made, 'LogPublishingOptions', [], written(open, 'logPublishingOptions'));
      return undefined;
    }
    const group = option['cloudwatchLogGroupArn'];
    logs[type] = {
      CloudWatchLogsLogGroupArn: written(group, 'logPublishingOptions[*].cloudwatchLogGroupArn'),
      // On unless it is switched off.
      Enabled: written(option['enabled'] ?? true, 'logPublishingOptions[*].enabled'),
    };
  }
  put(made, 'LogPublishingOptions', [], logs);
  return undefined;
};

export const DATABASES_SPECIAL = { domainLogs, ownReplica } satisfies Readonly<Record<string, Special>>;
