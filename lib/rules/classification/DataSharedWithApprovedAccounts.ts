import { under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
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
    ja: 'S3の複製先のAccount、DLMのShareRules.TargetAccounts、Image BuilderのLaunchPermissionConfiguration等から、全員（all）及び委託事業者等のアカウントを外し、その他のアカウントには許可の証跡を示してください。',
    en: 'Take everybody (all) and accounts of vendors out of Account of S3 replication, ShareRules.TargetAccounts of DLM, LaunchPermissionConfiguration of Image Builder and the like; for other accounts show the permission.',
  },
  cdk: {
    ja: 'L1の同名のプロパティ（CfnLifecyclePolicyのtargetAccounts等）で指定する',
    en: 'the same property of the L1 construct, such as targetAccounts of CfnLifecyclePolicy',
  },
  resources: Object.keys(RECEIVERS),
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (resource, context) =>
    Claim.all(
      (RECEIVERS[resource.type] as readonly string[])
        .flatMap((path) => fieldsAt(resource, path))
        .map((field) => isPermitted(field, resource, context)),
    ),
});

function isPermitted(field: Field, { template }: Resource, { profile: { facts } }: Context): Claim {
  return Claim.all(
    field.alternatives.map(({ when, value }) => {
      const states = (outcome: 'breaks' | 'undetermined' | 'needed') =>
        under(when, field.states(outcome, describeValue(value), REQUIRED));
      if (value.kind === 'absent' || value.kind === 'impossible' || isOwn(value)) return Claim.HOLDS;
      if (value.kind !== 'known') return states('undetermined');
      const account = String(value.value);
      if (account === template.stack.account) return Claim.HOLDS;
      return states(account === 'all' || facts.outsideAccounts.includes(account) ? 'breaks' : 'needed');
    }),
  );
}

function isOwn(value: Value): boolean {
  return value.kind === 'unknown' && value.variable?.name === 'AWS::AccountId';
}
