import type { Outcome } from '../../model/claim';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { type AddressRange, contains, parseRange } from './addresses';

/** An address range of a VPC; undefined where it is not known before deployment. */
export interface VpcRange {
  readonly when: Guard;
  readonly range: AddressRange | undefined;
  readonly text: string;
}

/** The IPv4 ranges of a VPC. Those that come from an address pool (IPAM) are not among them: the pool keeps them apart. */
export function rangesOf(vpc: Resource): readonly VpcRange[] {
  const blocks = [
    { resource: vpc, when: vpc.exists },
    ...vpc.deployment.referrers(vpc, 'AWS::EC2::VPCCidrBlock', 'VpcId'),
  ];
  return blocks.flatMap(({ resource, when: there }) =>
    resource.get('CidrBlock').alternatives.flatMap(({ when, value }) => {
      const both = when.and(there);
      return both.isNever || value.kind === 'absent' || value.kind === 'impossible'
        ? []
        : [{ when: both, ...read(value) }];
    }),
  );
}

function read(value: Value): { readonly range: AddressRange | undefined; readonly text: string } {
  const text = value.kind === 'known' ? String(value.value) : '?';
  return { range: parseRange(text), text };
}

/** Whether two ranges have an address in common. */
export function overlap(a: VpcRange, b: VpcRange): Outcome {
  if (a.range === undefined || b.range === undefined) return 'undetermined';
  return contains(a.range, b.range) || contains(b.range, a.range) ? 'holds' : 'breaks';
}
