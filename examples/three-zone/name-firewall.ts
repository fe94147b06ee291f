import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53resolver from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';

export interface NameFirewallProps {
  readonly vpc: ec2.IVpc;
  /** The names that may be asked for. */
  readonly allowed: string[];
}

/** Which names a VPC may look up: what broke in finds no way to its masters, and its trying shows (7.5(7), 4(3)①). */
export class NameFirewall extends Construct {
  constructor(scope: Construct, id: string, props: NameFirewallProps) {
    super(scope, id);
    const list = (name: string, domains: string[]) =>
      new route53resolver.CfnFirewallDomainList(this, name, { domains }).attrId;
    const rules = new route53resolver.CfnFirewallRuleGroup(this, 'Rules', {
      firewallRules: [
        { priority: 1, action: 'ALLOW', firewallDomainListId: list('Allowed', props.allowed) },
        {
          priority: 2,
          action: 'BLOCK',
          blockResponse: 'NXDOMAIN',
          firewallDomainListId: list('Everything', ['*']),
        },
      ],
    });
    new route53resolver.CfnFirewallRuleGroupAssociation(this, 'Association', {
      firewallRuleGroupId: rules.attrId,
      vpcId: props.vpc.vpcId,
      priority: 101,
    });
  }
}
