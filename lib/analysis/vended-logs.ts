import { Claim } from '../model/claim';
import { ALWAYS, type Guard, NEVER } from '../model/guard';
import type { Resource } from '../model/resource';
import { mentions } from './buckets';

/** States that CloudWatch Logs delivers some kind of log of a resource (AWS::Logs::DeliverySource). Without evidence. */
export function hasVendedLogs(resource: Resource, kind: RegExp): Claim {
  let certain: Guard = NEVER;
  for (const source of resource.deployment.ofType('AWS::Logs::DeliverySource')) {
    const { literal } = source.get('LogType');
    if (literal === undefined || !kind.test(String(literal))) continue;
    for (const { when, value } of source.get('ResourceArn').alternatives) {
      if (mentions(value, resource)) certain = certain.or(when.and(source.exists));
    }
  }
  return new Claim(certain, ALWAYS.minus(certain));
}
