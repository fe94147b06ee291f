import { under } from '../../analysis/network/alternatives';
import { HOLE, skeletonOf } from '../../analysis/skeleton';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { describeValue, type Value } from '../../model/value';
import type { Text } from '../../text';
import { type Context, defineRule } from '../define';

/** Where resources name accounts to which data, or images of disks, are handed. */
const RECEIVERS: Readonly<Record<string, readonly string[]>> = {
  'AWS::S3::Bucket': ['ReplicationConfiguration.Rules[*].Destination.Account'],
  'AWS::DLM::LifecyclePolicy': ['PolicyDetails.Schedules[*].ShareRules[*].TargetAccounts'],
  'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration.Rules[*].Destinations[*].RegistryId'],
  'AWS::ImageBuilder::DistributionConfiguration': [
    'Distributions[*].AmiDistributionConfiguration.TargetAccountIds',
    'Distributions[*].AmiDistributionConfiguration.LaunchPermissionConfiguration.UserIds',
    'Distributions[*].AmiDistributionConfiguration.LaunchPermissionConfiguration.UserGroups',
  ],
};
const SUBSCRIPTION = 'AWS::SNS::Subscription';
/** Protocols whose endpoint is an ARN. */
const WITH_ARN = oneOf('firehose', 'lambda', 'sqs');
/** Where they name, by its ARN, what they send data on to. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Events::Rule': ['Targets[*].Arn'],
  'AWS::Lambda::EventInvokeConfig': [
    'DestinationConfig.OnFailure.Destination',
    'DestinationConfig.OnSuccess.Destination',
  ],
  'AWS::Logs::SubscriptionFilter': ['DestinationArn'],
  'AWS::Pipes::Pipe': ['Target'],
  'AWS::Scheduler::Schedule': ['Target.Arn'],
  [SUBSCRIPTION]: ['Endpoint'],
};
const REQUIRED: Text = {
  ja: '許可を得た、委託事業者等でないアカウント',
  en: "an account that is permitted, and is no vendor's",
};

export const DataSharedWithApprovedAccounts = defineRule({
  id: 'DataSharedWithApprovedAccounts',
  clauses: ['4(1)②(イ)', '3(2)⑨(イ)'],
  title: {
    ja: 'データ及びスナップショットを、許可のない他のアカウントに渡さない',
    en: 'Data and snapshots are handed to no other account without permission',
  },
  why: {
    ja: '他のアカウントに渡った写しには、本市の権限管理も削除も及ばない。',
    en: 'A copy in another account is beyond the rights and the deletion that the city manages.',
  },
  fix: {
    ja: 'S3の複製先のAccount、DLMのShareRules.TargetAccounts、Image BuilderのLaunchPermissionConfiguration、EventBridgeの規則の宛先等から、全員（all）及び委託事業者等のアカウントを外し、その他のアカウントには許可の証跡を示してください。',
    en: 'Take everybody (all) and accounts of vendors out of Account of S3 replication, ShareRules.TargetAccounts of DLM, LaunchPermissionConfiguration of Image Builder, targets of EventBridge rules and the like; for other accounts show the permission.',
  },
  cdk: {
    ja: 'L1の同名のプロパティ（CfnLifecyclePolicyのtargetAccounts等）で指定する',
    en: 'the same property of the L1 construct, such as targetAccounts of CfnLifecyclePolicy',
  },
  resources: [...Object.keys(RECEIVERS), ...Object.keys(TARGETS)],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (resource, context) =>
    Claim.all([
      ...claims(RECEIVERS, resource, context, accountIn),
      ...claims(TARGETS, resource, context, accountInArn),
    ]).onlyIf(resource.type === SUBSCRIPTION ? resource.get('Protocol').must(WITH_ARN) : Claim.HOLDS),
});

/** The account that a value names: undefined for none or the own one; else what is said of one that is not known. */
type AccountOf = (value: Value) => string | undefined | { readonly said: 'undetermined' | 'needed' };

function claims(
  places: Readonly<Record<string, readonly string[]>>,
  resource: Resource,
  context: Context,
  accountOf: AccountOf,
): readonly Claim[] {
  return (places[resource.type] ?? [])
    .flatMap((path) => fieldsAt(resource, path))
    .map((field) => isPermitted(field, resource, context, accountOf));
}

function isPermitted(
  field: Field,
  { template }: Resource,
  { profile: { facts } }: Context,
  accountOf: AccountOf,
): Claim {
  return Claim.all(
    field.alternatives.map(({ when, value }) => {
      const states = (outcome: 'breaks' | 'undetermined' | 'needed') =>
        under(when, field.states(outcome, describeValue(value), REQUIRED));
      if (value.kind === 'absent' || value.kind === 'impossible') return Claim.HOLDS;
      const account = accountOf(value);
      if (account === undefined || account === template.stack.account) return Claim.HOLDS;
      if (typeof account === 'object') return states(account.said);
      return states(account === 'all' || facts.outsideAccounts.includes(account) ? 'breaks' : 'needed');
    }),
  );
}

const accountIn: AccountOf = (value) => {
  if (isOwn(value)) return undefined;
  return value.kind === 'known' ? String(value.value) : { said: 'undetermined' };
};

/** A target that is not written out is most often one of the same account: that it is has to be shown. */
const accountInArn: AccountOf = (value) => {
  if (value.kind === 'reference') return undefined;
  const isText = value.kind === 'known' || value.kind === 'text';
  const text = isText ? skeletonOf(value, 'AWS::AccountId') : HOLE;
  const [scheme, , , , account] = text.split(':');
  if (scheme === 'arn' && account !== undefined && /^\d{12}$/.test(account)) return account;
  // What is open may bring the account along.
  return (account ?? text).includes(HOLE) ? { said: 'needed' } : undefined;
};

function isOwn(value: Value): boolean {
  return value.kind === 'unknown' && value.variable?.name === 'AWS::AccountId';
}
