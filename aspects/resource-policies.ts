import { CfnResource, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** The resource that holds the policy of another, and its property that says whose. */
const HOLDERS: Readonly<Record<string, readonly [property: string, target: string]>> = {
  'AWS::S3::BucketPolicy': ['bucket', 'AWS::S3::Bucket'],
  'AWS::SQS::QueuePolicy': ['queues', 'AWS::SQS::Queue'],
  'AWS::SQS::QueueInlinePolicy': ['queue', 'AWS::SQS::Queue'],
  'AWS::SNS::TopicPolicy': ['topics', 'AWS::SNS::Topic'],
  'AWS::SNS::TopicInlinePolicy': ['topicArn', 'AWS::SNS::Topic'],
};

interface PolicyHolder extends CfnResource {
  policyDocument: unknown;
}

/** The policies of a bucket, queue or topic, in whichever stack of the app they are. */
export function policiesOf(resource: CfnResource): readonly CfnResource[] {
  return resource.node.root.node.findAll().filter((node): node is CfnResource => {
    if (!CfnResource.isCfnResource(node)) return false;
    const [property, target] = HOLDERS[node.cfnResourceType] ?? [];
    if (property === undefined || target !== resource.cfnResourceType) return false;
    const value = (node as unknown as Record<string, unknown>)[property];
    return [value].flat().some((item) => refersTo(item, node, resource));
  });
}

function refersTo(value: unknown, from: CfnResource, to: CfnResource): boolean {
  const token = Tokenization.reverse(value, { failConcat: false });
  if (token !== undefined && Reference.isReference(token)) return token.target === to;
  const resolved = from.stack.resolve(value) as { Ref?: string } | undefined;
  return from.stack === to.stack && resolved?.Ref === to.stack.resolve(to.logicalId);
}

/** Whether a policy, as far as it is known, lets anyone in. */
export function allowsEveryone(policy: CfnResource): boolean {
  return statementsOf(policy).some(({ Effect, Principal }) => {
    const aws = (Principal as { AWS?: unknown } | undefined)?.AWS;
    return Effect === 'Allow' && (Principal === '*' || [aws].flat().includes('*'));
  });
}

/** Whether a policy, as far as it is known, already tells requests with TLS from those without. */
export function mindsTls(policy: CfnResource): boolean {
  return JSON.stringify(statementsOf(policy)).includes('aws:SecureTransport');
}

function statementsOf(policy: CfnResource): readonly { Effect?: unknown; Principal?: unknown }[] {
  const document = Stack.of(policy).resolve((policy as PolicyHolder).policyDocument) as {
    Statement?: unknown;
  };
  return [document?.Statement ?? []].flat() as { Effect?: unknown; Principal?: unknown }[];
}

/** Adds a statement to a policy; false where its document is not to be added to. */
export function addStatement(policy: CfnResource, statement: PolicyStatement): boolean {
  const holder = policy as PolicyHolder;
  const { policyDocument } = holder;
  if (policyDocument instanceof PolicyDocument) {
    policyDocument.addStatements(statement);
    return true;
  }
  const plain = policyDocument as { Statement?: unknown } | undefined;
  if (plain?.Statement === undefined) return false;
  holder.policyDocument = { ...plain, Statement: [...[plain.Statement].flat(), statement.toStatementJson()] };
  return true;
}
