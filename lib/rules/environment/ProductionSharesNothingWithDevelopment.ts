import { namesDevelopment } from '../../analysis/environments';
import { asked } from '../../analysis/identity/asked';
import { bare } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { describeValue } from '../../model/value';
import type { Facts } from '../../policy/profile';
import { defineRule } from '../define';

/** Where resources name accounts that they are shared with or send to, policies apart. */
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Permission': ['Principal', 'SourceAccount'],
  'AWS::Lambda::LayerVersionPermission': ['Principal'],
  'AWS::Events::EventBusPolicy': ['Principal', 'Statement.Principal.AWS'],
  'AWS::RAM::ResourceShare': ['Principals'],
  'AWS::EC2::VPCEndpointServicePermissions': ['AllowedPrincipals'],
  'AWS::EC2::VPCPeeringConnection': ['PeerOwnerId'],
  'AWS::S3::Bucket': ['ReplicationConfiguration.Rules[*].Destination.Account'],
  'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration.Rules[*].Destinations[*].RegistryId'],
  'AWS::DLM::LifecyclePolicy': ['PolicyDetails.Schedules[*].ShareRules[*].TargetAccounts'],
  'AWS::Backup::BackupPlan': ['BackupPlan.BackupPlanRule[*].CopyActions[*].DestinationBackupVaultArn'],
};

export const ProductionSharesNothingWithDevelopment = defineRule({
  id: 'ProductionSharesNothingWithDevelopment',
  clauses: ['7.3(3)①(ア)'],
  title: {
    ja: '運用環境のリソースを、開発環境及びテスト環境のアカウントと共有しない',
    en: 'Resources of production are not shared with accounts of development or verification',
  },
  why: {
    ja: '開発環境は多くの者が触れ、守りが緩い。そこから運用環境の関数やデータに届くと、分離した意味がない。',
    en: 'Development is open to many and guarded less. What reaches production from there makes the separation void.',
  },
  fix: {
    ja: 'Principal、Principals、AllowedPrincipals、PeerOwnerId等から、開発環境及びテスト環境のアカウント（プロファイルのfacts.developmentAccounts）を外してください。',
    en: 'Take the accounts of development and verification (facts.developmentAccounts of the profile) out of Principal, Principals, AllowedPrincipals, PeerOwnerId and the like.',
  },
  cdk: {
    ja: 'FunctionのaddPermission、CfnResourceShareのprincipals等に、それらのアカウントを渡さない',
    en: 'none of these accounts in addPermission of Function, principals of CfnResourceShare and so on',
  },
  resources: Object.keys(ACCOUNTS),
  check: (resource, { marks, profile: { facts } }) => {
    if (facts.developmentAccounts.length === 0) return Claim.HOLDS;
    const fields = (ACCOUNTS[resource.type] as readonly string[]).flatMap((path) => fieldsAt(resource, path));
    const production = marks.is(resource, 'environment', 'production');
    return asked(Claim.all(fields.map((field) => namesNone(field, facts))), production);
  },
});

function namesNone(field: Field, facts: Facts): Claim {
  return Claim.all(
    field.alternatives.map(({ when, value }) => {
      const named = namesDevelopment(value, facts);
      if (named === false) return Claim.HOLDS;
      return bare(named === true ? 'breaks' : 'undetermined')
        .explained(
          field.path,
          describeValue(value),
          { ja: '開発環境及びテスト環境以外のアカウント', en: 'no account of development or verification' },
          field.at,
        )
        .onlyIf(when);
    }),
  );
}
