import { isService, letsInAnybodysService, namesService } from '../../analysis/identity/service-grants';
import { documentAt } from '../../analysis/identity/statements';
import { anyAlternative } from '../../analysis/network/alternatives';
import { allows, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { RESOURCE_POLICIES } from './resource-policies';

const KEY = { path: 'KeyPolicy', services: ['logs', 'cloudtrail', 'delivery.logs', 'fargate'] };
const BUCKET = {
  path: RESOURCE_POLICIES['AWS::S3::BucketPolicy'] as string,
  services: [
    'logging.s3',
    'cloudtrail',
    'config',
    'delivery.logs',
    'logdelivery.elasticloadbalancing',
    's3',
    'ses',
  ],
};
const QUEUE = { path: 'PolicyDocument', services: ['sns', 's3', 'events', 'ses'] };
const TOPIC = { path: 'PolicyDocument', services: ['s3', 'ses', 'budgets'] };

/**
 * Services that say on whose behalf they come, in the policies in which people write for them. Others do not, or not
 * yet: EventBridge takes no condition in the policy of a topic, for example.
 */
const GRANTS: Readonly<Record<string, { readonly path: string; readonly services: readonly string[] }>> = {
  'AWS::KMS::Key': KEY,
  'AWS::KMS::ReplicaKey': KEY,
  'AWS::S3::BucketPolicy': BUCKET,
  'AWS::SQS::QueuePolicy': QUEUE,
  'AWS::SQS::QueueInlinePolicy': QUEUE,
  'AWS::SNS::TopicPolicy': TOPIC,
  'AWS::SNS::TopicInlinePolicy': TOPIC,
};
const PERMISSION = 'AWS::Lambda::Permission';
const CALLERS = new Set(['s3', 'sns', 'events', 'apigateway', 'logs', 'ses', 'iot']);

const ACTUAL = {
  ja: '誰のための要求でもよいAWSのサービスへの許可',
  en: 'a grant to a service of AWS on behalf of anybody',
};
const REQUIRED = {
  ja: 'aws:SourceAccount又はaws:SourceArn（キーのポリシーではkms:EncryptionContextも可）による限定',
  en: 'limited by aws:SourceAccount or aws:SourceArn (in a key policy kms:EncryptionContext will do)',
};

export const ServiceGrantNamesSource = defineRule({
  id: 'ServiceGrantNamesSource',
  clauses: ['7.2(1)①', '9.2(5)①(ア)'],
  title: {
    ja: 'AWSのサービスへの許可は、本市のアカウント又はリソースのための要求に限る',
    en: 'Grants to services of AWS are limited to requests on behalf of the city’s own accounts or resources',
  },
  why: {
    ja: 'AWSのサービスは他の利用者のためにも働く。限定のない許可では、他人が自らのアカウントの設定でサービスを使い、本市のバケットへ書き込んだり本市のキーを使ったりできる（混乱した使節の問題）。',
    en: 'A service of AWS works for others too. With no limit, somebody can set it up in an account of theirs and have it write to the city’s bucket or use its key: a confused deputy.',
  },
  fix: {
    ja: 'PrincipalがServiceであるAllow文のConditionに、StringEqualsでaws:SourceAccountを本市のアカウント、又はArnLikeでaws:SourceArnを対象のリソースとする条件を加えてください。CloudWatch Logsのキーではkms:EncryptionContext:aws:logs:arn、AWS::Lambda::PermissionではSourceArn又はSourceAccountを指定します。IfExistsの付いた条件では限定されません。',
    en: 'In Condition of Allow statements with a Service in Principal add aws:SourceAccount by StringEquals, or aws:SourceArn by ArnLike. In the policy of a key for CloudWatch Logs use kms:EncryptionContext:aws:logs:arn, in AWS::Lambda::Permission set SourceArn or SourceAccount. IfExists limits nothing.',
  },
  cdk: {
    ja: "new ServicePrincipal(名前, { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } })",
    en: "new ServicePrincipal(name, { conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } } })",
  },
  // The policy asks to keep out who has no right, and does not say by which conditions.
  duty: 'should',
  resources: [...Object.keys(GRANTS), PERMISSION],
  check: (resource) => {
    if (resource.type === PERMISSION) return permission(resource);
    const grants = GRANTS[resource.type] as (typeof GRANTS)[string];
    const services = new Set(grants.services);
    return statementsOf(documentAt(resource.get(grants.path), resource)).every((field) => {
      const so = statement(field);
      const isOpen = Claim.allInTurn(
        () => allows(so),
        () => namesService(so, services),
        () => letsInAnybodysService(so),
      );
      return isOpen === Claim.BREAKS
        ? Claim.HOLDS
        : isOpen.not().explained(field.path, ACTUAL, REQUIRED, field.at);
    });
  },
});

/** Whom a permission lets in is written as properties of its own. */
function permission(resource: Resource): Claim {
  const principal = resource.get('Principal');
  const isCaller = anyAlternative(principal, (value) => isService(value, CALLERS));
  const limited = Claim.any(
    ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken'].map((name) =>
      resource.get(name).must(present),
    ),
  );
  return isCaller.and(limited.not()).not().explained(principal.path, ACTUAL, REQUIRED, principal.at);
}
