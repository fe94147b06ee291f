import type { Made } from '../paths';
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

export const DATABASES_SPECIAL = { ownReplica } satisfies Readonly<Record<string, Special>>;
