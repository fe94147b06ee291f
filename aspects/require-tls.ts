import { Aws, type CfnResource } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement, StarPrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket, CfnBucket, CfnBucketPolicy } from 'aws-cdk-lib/aws-s3';
import { CfnTopic, CfnTopicPolicy, Topic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue, CfnQueuePolicy, Queue } from 'aws-cdk-lib/aws-sqs';
import { addStatement, mindsTls, policiesOf } from './resource-policies';

/**
 * Makes a bucket, queue or topic refuse requests without TLS. Returns what was added to, or undefined where
 * nothing was: another kind of resource, a policy that minds TLS already, or one that takes no addition.
 */
export function requireTls(node: CfnResource): string | undefined {
  const statements = statementsFor(node);
  if (statements === undefined) return undefined;
  const policies = policiesOf(node);
  if (policies.some(mindsTls)) return undefined;
  const [policy] = policies;
  if (policy === undefined) {
    attachPolicy(node, [...statements.forNewPolicy, statements.deny]);
    return 'new policy';
  }
  return addStatement(policy, statements.deny) ? 'policy' : undefined;
}

interface Statements {
  readonly deny: PolicyStatement;
  /** What the service grants while there is no policy, and would grant no longer. */
  readonly forNewPolicy: readonly PolicyStatement[];
}

function statementsFor(node: CfnResource): Statements | undefined {
  if (node instanceof CfnBucket) {
    return { deny: denyWithoutTls('s3:*', [node.attrArn, `${node.attrArn}/*`]), forNewPolicy: [] };
  }
  if (node instanceof CfnQueue) return { deny: denyWithoutTls('sqs:*', [node.attrArn]), forNewPolicy: [] };
  if (node instanceof CfnTopic) {
    return { deny: denyWithoutTls('sns:Publish', [node.ref]), forNewPolicy: [ownAccountUsesTopic(node)] };
  }
  return undefined;
}

function denyWithoutTls(action: string, resources: readonly string[]): PolicyStatement {
  return new PolicyStatement({
    sid: 'DenyWithoutTls',
    effect: Effect.DENY,
    principals: [new StarPrincipal()],
    actions: [action],
    resources: [...resources],
    conditions: { Bool: { 'aws:SecureTransport': 'false' } },
  });
}

/** A first policy on a topic replaces the one that SNS gives it, on which alarms and events rely. */
function ownAccountUsesTopic(topic: CfnTopic): PolicyStatement {
  return new PolicyStatement({
    sid: 'OwnAccount',
    principals: [new AnyPrincipal()],
    actions: [
      'sns:GetTopicAttributes',
      'sns:SetTopicAttributes',
      'sns:AddPermission',
      'sns:RemovePermission',
      'sns:DeleteTopic',
      'sns:Subscribe',
      'sns:ListSubscriptionsByTopic',
      'sns:Publish',
    ],
    resources: [topic.ref],
    conditions: { StringEquals: { 'AWS:SourceOwner': Aws.ACCOUNT_ID } },
  });
}

/** Goes through the construct around a resource where there is one: it would make a second policy later on. */
function attachPolicy(node: CfnResource, statements: PolicyStatement[]): void {
  const { scope } = node.node;
  const owner =
    scope instanceof Bucket || scope instanceof Queue || scope instanceof Topic ? scope : undefined;
  if (owner !== undefined && owner.node.defaultChild === node) {
    for (const statement of statements) owner.addToResourcePolicy(statement);
    return;
  }
  const policyDocument = new PolicyDocument({ statements });
  const id = 'TlsOnly';
  if (node instanceof CfnBucket) new CfnBucketPolicy(node, id, { bucket: node.ref, policyDocument });
  else if (node instanceof CfnQueue) new CfnQueuePolicy(node, id, { queues: [node.ref], policyDocument });
  else if (node instanceof CfnTopic) new CfnTopicPolicy(node, id, { topics: [node.ref], policyDocument });
}
