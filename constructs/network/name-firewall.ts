import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as route53resolver from 'aws-cdk-lib/aws-route53resolver';
import { Construct } from 'constructs';
import { literal, PropErrors } from '../private/prop-errors';

/** The name firewall of the VPC stands before others that the account may have. */
const PRIORITY = 101;

/** Properties of a `NameFirewall`. */
export interface NameFirewallProps {
  /** The VPC whose questions are filtered. */
  readonly vpc: ec2.IVpc;
  /** The names that may be asked for, such as `*.amazonaws.com`. */
  readonly allowedNames: string[];
}

/**
 * Which names a VPC may look up: what broke in finds no way to its masters, and its trying shows (7.5(7), 4(3)①).
 *
 * @throws if `allowedNames` is empty or allows every name.
 */
export class NameFirewall extends Construct {
  constructor(scope: Construct, id: string, props: NameFirewallProps) {
    checkNames(scope, id, props);
    super(scope, id);
    const list = (name: string, domains: string[]) =>
      new route53resolver.CfnFirewallDomainList(this, name, { domains }).attrId;
    const rules = new route53resolver.CfnFirewallRuleGroup(this, 'Rules', {
      firewallRules: [
        { priority: 1, action: 'ALLOW', firewallDomainListId: list('Allowed', props.allowedNames) },
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
      priority: PRIORITY,
    });
  }
}

function checkNames(scope: Construct, id: string, { allowedNames }: NameFirewallProps): void {
  const errors = new PropErrors('NameFirewall');
  const names = literal(allowedNames) ?? ['(known at deployment)'];
  if (names.length === 0) errors.add('allowedNames', 'must hold a name: a list of none is refused by AWS');
  if (names.some((name) => /^\*\.?$/.test(name))) {
    errors.add('allowedNames', "must not hold '*', which allows every name");
  }
  errors.throwIfAny(scope, id);
}
