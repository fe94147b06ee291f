import { ArnFormat, Names, Stack } from 'aws-cdk-lib';
import * as wafv2 from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Requests from one address within five minutes, after which it has to wait. */
const RATE_LIMIT = 2000;

/** Managed rules for what everybody is attacked with. */
const MANAGED_RULE_GROUPS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesCommonRuleSet',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesSQLiRuleSet',
];

/** Properties of a `WebFirewall`. */
export interface WebFirewallProps {
  /** ARN of what stands behind it: an application load balancer, a stage of API Gateway, a user pool, … */
  readonly resourceArn: string;

  /**
   * Requests from one address within five minutes, after which it has to wait (7.5(6)): from 10 to 2000.
   *
   * @default 2000
   */
  readonly rateLimit?: number;
}

/**
 * A web ACL in front of what the Internet can reach (7.1(10)④): managed rules against attacks (7.5(7)), a limit of
 * requests (7.5(6)), and a log of what was tried, and what was turned away (4(3)①, 7.1(6)①).
 *
 * @throws if `rateLimit` is not from 10 to 2000.
 */
export class WebFirewall extends Construct {
  /** ARN of the web ACL. */
  public readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: WebFirewallProps) {
    const errors = new PropErrors('WebFirewall');
    errors.addIf('rateLimit', wholeNumberProblem(props.rateLimit, 10, 'requests'));
    if ((props.rateLimit ?? RATE_LIMIT) > RATE_LIMIT) {
      errors.add('rateLimit', `must be at most ${RATE_LIMIT} requests, but is ${props.rateLimit}`);
    }
    errors.throwIfAny(scope, id);
    super(scope, id);
    const acl = new wafv2.CfnWebACL(this, 'Acl', {
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('All'),
      rules: [
        {
          name: 'Rate',
          priority: 0,
          action: { block: {} },
          statement: { rateBasedStatement: { limit: props.rateLimit ?? RATE_LIMIT, aggregateKeyType: 'IP' } },
          visibilityConfig: visibility('Rate'),
        },
        ...MANAGED_RULE_GROUPS.map((name, index) => ({
          name,
          priority: index + 1,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: 'AWS', name } },
          visibilityConfig: visibility(name),
        })),
      ],
    });
    this.webAclArn = acl.attrArn;
    new wafv2.CfnWebACLAssociation(this, 'Association', {
      resourceArn: props.resourceArn,
      webAclArn: acl.attrArn,
    });
    this.log(acl);
  }

  /** The service wants a log group whose name begins in this way. */
  private log(acl: wafv2.CfnWebACL): void {
    const name = Names.uniqueResourceName(this, { maxLength: 80, separator: '-' }).toLowerCase();
    const logGroupName = `aws-waf-logs-${name}`;
    const group = new RetainedLogGroup(this, 'Log', { logGroupName });
    group.allowDeliveryBy('delivery.logs.amazonaws.com');
    // WAF wants the ARN without the `:*` at the end of what CloudFormation returns.
    const logGroupArn = Stack.of(this).formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: logGroupName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const logging = new wafv2.CfnLoggingConfiguration(this, 'Logging', {
      resourceArn: acl.attrArn,
      logDestinationConfigs: [logGroupArn],
      // What identifies a citizen's session is no business of a log.
      redactedFields: [{ singleHeader: { Name: 'authorization' } }, { singleHeader: { Name: 'cookie' } }],
    });
    logging.node.addDependency(group);
  }
}

function visibility(metricName: string): wafv2.CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true };
}
