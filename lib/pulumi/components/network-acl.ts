import * as aws from '@pulumi/aws';
import type * as pulumi from '@pulumi/pulumi';
import { ISOLATED_ACL } from '../../policy/network-baseline';

/**
 * A network ACL for isolated subnets: what never has business here is turned away, even where somebody opens a security
 * group by mistake (7.1(8)②). Its rules are those of the list: the provider takes away others.
 */
export function guardSubnets(
  name: string,
  vpc: aws.ec2.Vpc,
  subnetIds: readonly pulumi.Output<string>[],
  tags: Record<string, string>,
  parent: pulumi.Resource,
): void {
  const rules = (egress: boolean) =>
    ISOLATED_ACL.flatMap((entry, index) =>
      entry.egress === egress
        ? [
            {
              ruleNo: 10 * (index + 1),
              action: entry.action,
              cidrBlock: entry.cidr,
              protocol: entry.ports === undefined ? '-1' : 'tcp',
              fromPort: entry.ports?.[0] ?? 0,
              toPort: entry.ports?.[1] ?? 0,
            },
          ]
        : [],
    );
  new aws.ec2.NetworkAcl(
    name,
    { vpcId: vpc.id, subnetIds: [...subnetIds], ingress: rules(false), egress: rules(true), tags },
    { parent },
  );
}
