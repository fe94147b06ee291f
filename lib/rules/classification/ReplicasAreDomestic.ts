import { bucketsAt } from '../../analysis/buckets';
import { HOLE, OWN, skeletonOf } from '../../analysis/skeleton';
import { Claim, type Outcome } from '../../model/claim';
import { fieldsAt, mustAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { defineRule } from '../define';
import { knownWith } from '../reliefs';

/** Where resources name the regions to which they copy what is in them: as a region, or in an ARN. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::GlobalTable': ['Replicas[*].Region'],
  'AWS::Cassandra::Keyspace': ['ReplicationSpecification.RegionList'],
  'AWS::DSQL::Cluster': ['MultiRegionProperties.WitnessRegion', 'MultiRegionProperties.Clusters'],
  'AWS::ElastiCache::GlobalReplicationGroup': ['Members[*].ReplicationGroupRegion'],
  'AWS::SecretsManager::Secret': ['ReplicaRegions[*].Region'],
  'AWS::EFS::FileSystem': ['ReplicationConfiguration.Destinations[*].Region'],
  'AWS::RDS::DBInstance': ['AutomaticBackupReplicationRegion'],
  'AWS::Redshift::Cluster': ['DestinationRegion'],
  'AWS::ECR::ReplicationConfiguration': ['ReplicationConfiguration.Rules[*].Destinations[*].Region'],
  'AWS::Backup::BackupPlan': ['BackupPlan.BackupPlanRule[*].CopyActions[*].DestinationBackupVaultArn'],
  'AWS::Events::Endpoint': ['RoutingConfig.FailoverConfig.Secondary.Route'],
  'AWS::ImageBuilder::DistributionConfiguration': ['Distributions[*].Region'],
  'AWS::DLM::LifecyclePolicy': [
    'PolicyDetails.Schedules[*].CrossRegionCopyRules[*].Target',
    'PolicyDetails.Schedules[*].CrossRegionCopyRules[*].TargetRegion',
  ],
};
const REGION = 'AWS::Region';
/** Where rules send events: nothing but an event bus may lie in another region. */
const BUSES = 'Targets[*].Arn';
const REPLICATION = 'ReplicationConfiguration.Rules[*].Destination.Bucket';

export const ReplicasAreDomestic = defineRule({
  id: 'ReplicasAreDomestic',
  clauses: ['9.2(2)③(エ)', '9.2(2)⑦'],
  title: {
    ja: '複製及びバックアップの写しは、国内法の適用されるリージョンに置く',
    en: 'Replicas and copies of backups lie in regions under domestic law',
  },
  why: {
    ja: '本体が国内にあっても、複製やバックアップが国外にあれば、その写しを通じて国内法の保護を失う。',
    en: 'Though the original stays at home, a replica or backup abroad takes the same data out of the protection of domestic law.',
  },
  fix: {
    ja: '複製先を、プロファイルのallowedRegions（東京、大阪）のリージョンにしてください。EventBridgeの規則の宛先とするイベントバスも同様です。',
    en: 'Replicate to a region in allowedRegions of the profile: Tokyo, Osaka. The same goes for event buses to which rules of EventBridge send.',
  },
  cdk: {
    ja: 'replicationRegions、replicas、replicaRegions、replicationRules及びcopyActionsの複製先を国内のリージョンとする',
    en: 'domestic regions in replicationRegions, replicas, replicaRegions, replicationRules and copyActions',
  },
  relievedBy: [knownWith('AWS::S3::Bucket')],
  resources: [...Object.keys(REGIONS), 'AWS::Events::Rule', 'AWS::S3::Bucket'],
  check: (resource, { profile: { allowedRegions } }) => {
    const required = {
      ja: `${allowedRegions.join('、')}のいずれか`,
      en: `one of ${allowedRegions.join(', ')}`,
    };
    const domestic = satisfying(required, (value) => regionOutcome(value, allowedRegions));
    if (resource.type === 'AWS::Events::Rule')
      return Claim.all(fieldsAt(resource, BUSES).map((field) => busIsDomestic(field, domestic)));
    const named = (REGIONS[resource.type] ?? []).map((path) => mustAt(resource, path, domestic));
    return Claim.all([...named, ...bucketCopies(resource)]);
  },
});

/** The same of an event bus; other targets lie in the region of the rule. */
function busIsDomestic(target: Field, domestic: Requirement): Claim {
  const bus = satisfying(domestic.text, (value) =>
    mayBeBus(skeletonOf(value, REGION)) ? domestic.test(value) : 'holds',
  );
  // Most are no event buses. One that nobody names here has to be shown.
  const open = target.only(
    (value) => value.kind === 'unknown' || !/^(arn:|$)/.test(skeletonOf(value, REGION)),
  );
  const shown = open?.states(
    'needed',
    { ja: '配備時に定まる宛先', en: 'a target that is chosen at deployment' },
    { ja: '国内のリージョンにあることの証跡', en: 'evidence that it lies in a domestic region' },
  );
  return shown === undefined ? target.must(bus) : target.must(bus).and(shown.onlyIf((open as Field).given));
}

/** Whether an ARN is of the service of event buses, or of one that is not known. */
function mayBeBus(text: string): boolean {
  const [scheme, partition = '', service = partition] = text.split(':');
  return scheme === 'arn' && (service === 'events' || `${partition}${service}`.includes(HOLE));
}

function regionOutcome(value: Value, allowed: readonly string[]): Outcome {
  // What lies in a stack of the deployment is judged by that stack's region.
  if (value.kind !== 'known' && value.kind !== 'text' && value.kind !== 'unknown') return 'holds';
  const text = skeletonOf(value, REGION);
  const isArn = text.startsWith('arn:');
  const region = isArn ? (text.split(':')[3] ?? (value.kind === 'text' ? HOLE : '')) : text;
  // The region of the stack itself is judged by itself.
  if (region === OWN) return 'holds';
  if (region.includes(HOLE) || region.includes(OWN) || (value.kind === 'text' && !isArn))
    return 'undetermined';
  return allowed.includes(region) ? 'holds' : 'breaks';
}

/** The ARN of a bucket does not tell its region: one outside of the deployment has to be shown. */
function bucketCopies(bucket: Resource): readonly Claim[] {
  if (bucket.type !== 'AWS::S3::Bucket') return [];
  return fieldsAt(bucket, REPLICATION).flatMap((field: Field) =>
    field.alternatives
      .filter(({ value }) => bucketsAt(bucket.deployment, value).length === 0)
      .map(({ when }) =>
        field
          .states(
            'needed',
            { ja: '手元にないバケット', en: 'a bucket that is not at hand' },
            { ja: '国内のリージョンにあることの証跡', en: 'evidence that it lies in a domestic region' },
          )
          .onlyIf(when),
      ),
  );
}
