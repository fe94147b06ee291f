import { isAmong, type Principal, principalsOf } from '../../analysis/identity/principals';
import { documentAt } from '../../analysis/identity/statements';
import { allows, statement, statementsOf } from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { type Context, defineRule } from '../define';

/** What holds information, or opens it. */
const POLICIES: Readonly<Record<string, string>> = {
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::KMS::ReplicaKey': 'KeyPolicy',
  'AWS::S3::BucketPolicy': 'PolicyDocument',
  'AWS::S3::AccessPoint': 'Policy',
  'AWS::SecretsManager::ResourcePolicy': 'ResourcePolicy',
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::EFS::FileSystem': 'FileSystemPolicy',
  'AWS::DynamoDB::Table': 'ResourcePolicy.PolicyDocument',
  'AWS::Backup::BackupVault': 'AccessPolicy',
  'AWS::ECR::Repository': 'RepositoryPolicyText',
};
/** Accounts from which load balancers write their access logs, in the domestic regions. */
const OF_AWS = new Set(['582318560864', '383597477331']);

const REQUIRED: Text = {
  ja: '本市のアカウント、又は情報を渡す許可の証跡があるアカウント',
  en: 'accounts of the city, or ones for which a permission to hand out information is shown',
};

export const PolicyNamesApprovedAccounts = defineRule({
  id: 'PolicyNamesApprovedAccounts',
  clauses: ['4(1)②(イ)', '3(2)⑨(イ)'],
  title: {
    ja: 'バケット、キー等のポリシーは、許可のない他のアカウントを加えない',
    en: 'Policies of buckets, keys and the like let in no other account without permission',
  },
  why: {
    ja: 'ポリシーに加えた他のアカウントでは、その中の誰が情報を読み出すかを相手が決め、本市の権限管理が及ばない。',
    en: 'In another account that a policy lets in, the other side decides who reads the information: the city’s own management of rights ends there.',
  },
  fix: {
    ja: 'ポリシーのAllow文のPrincipalから他のアカウントを外してください。業務に必要な場合は、情報資産管理者の許可の証跡を示してください。',
    en: 'Take other accounts out of Principal of the Allow statements of the policy; where the work needs them, show the permission of whoever manages the information.',
  },
  cdk: {
    ja: 'grantRead()等に他のアカウントのAccountPrincipal又はRole.fromRoleArn()を渡さない',
    en: 'no AccountPrincipal or Role.fromRoleArn() of another account in grantRead() and the like',
  },
  resources: Object.keys(POLICIES),
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (resource, context) =>
    statementsOf(documentAt(resource.get(POLICIES[resource.type] as string), resource)).every((field) => {
      const so = statement(field);
      const isGrant = allows(so);
      if (isGrant.breaks.isAlways) return Claim.HOLDS;
      return Claim.all(
        principalsOf(so.principal, resource.template).known.map((principal) =>
          isOwn(principal, so.principal, resource, context).onlyIf(isGrant.and(Claim.when(principal.when))),
        ),
      );
    }),
});

/** Everybody, services of AWS and whom an identity provider logs in are for other rules. */
const OTHERS: ReadonlySet<Principal['kind']> = new Set(['anyone', 'service', 'workload', 'federated']);

function isOwn(
  { kind, account, shown }: Principal,
  at: Field,
  { template }: Resource,
  { profile: { facts } }: Context,
): Claim {
  if (account === 'unknown') {
    return OTHERS.has(kind) ? Claim.HOLDS : at.states('undetermined', shown, REQUIRED);
  }
  if (account === 'own' || OF_AWS.has(account.id)) return Claim.HOLDS;
  if (account.id === template.stack.account) return Claim.HOLDS;
  const isVendor = isAmong(account, facts.outsideAccounts, template);
  return at.states(isVendor ? 'breaks' : 'needed', shown, REQUIRED);
}
