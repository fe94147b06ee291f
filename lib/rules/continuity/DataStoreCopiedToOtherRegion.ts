import { isCopiedByPlan } from '../../analysis/backup-copies';
import { bucketsAt } from '../../analysis/buckets';
import { isClusterMember, isReplica } from '../../analysis/data-stores';
import { asAlternative, withEvidence } from '../../analysis/evidence';
import { receivesLogs } from '../../analysis/log-archives';
import { under } from '../../analysis/network/alternatives';
import { isInOtherRegion } from '../../analysis/regions';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';
import { BACKED_UP, fulfilledBy, RECEIVES_LOGS } from '../reliefs';

/** How each kind of store copies itself or its own backups to another region. */
const COPIES: Readonly<Record<string, (store: Resource) => Claim>> = {
  'AWS::RDS::DBCluster': inGlobalCluster('AWS::RDS::GlobalCluster', 'SourceDBClusterIdentifier'),
  'AWS::RDS::DBInstance': region('AutomaticBackupReplicationRegion'),
  'AWS::DocDB::DBCluster': inGlobalCluster('AWS::DocDB::GlobalCluster', 'SourceDBClusterIdentifier'),
  'AWS::Neptune::DBCluster': () => Claim.BREAKS,
  'AWS::Redshift::Cluster': region('DestinationRegion'),
  'AWS::DynamoDB::Table': () => Claim.BREAKS,
  'AWS::DynamoDB::GlobalTable': inTwoRegions,
  'AWS::EFS::FileSystem': (system) =>
    system
      .get('ReplicationConfiguration.Destinations')
      .items()
      .some((destination) => isInOtherRegion(destination.get('Region'), system)),
  'AWS::FSx::FileSystem': () => Claim.BREAKS,
  'AWS::S3::Bucket': replicates,
};
const REQUIRED: Text = { ja: '他の国内リージョンにある写し', en: 'a copy in the other domestic region' };

export const DataStoreCopiedToOtherRegion = defineRule({
  id: 'DataStoreCopiedToOtherRegion',
  clauses: ['3(2)⑥(ウ)'],
  title: {
    ja: '重要なデータストアは、同じ災害の及ばない他の国内リージョンに写しを持つ',
    en: 'Data stores that matter have a copy in the other domestic region, where the same disaster does not reach',
  },
  why: {
    ja: '一つのリージョンにしかない情報は、そのリージョンの被災により住民サービスとともに失われ、元に戻せない。',
    en: 'What lies in one region only is lost with it, and no service to residents can be restored from it.',
  },
  fix: {
    ja: '他のリージョンへ写しを作るAWS Backupの計画に含めるか、RDSではAutomaticBackupReplicationRegion、Auroraではグローバルクラスター、DynamoDBではReplicas、EFS及びS3ではReplicationConfiguration、RedshiftではDestinationRegionで、他の国内リージョンへ複製してください。',
    en: 'Select it in a plan of AWS Backup that copies to the other region. Or replicate it there: AutomaticBackupReplicationRegion of RDS, a global cluster of Aurora, Replicas of DynamoDB, ReplicationConfiguration of EFS and S3, DestinationRegion of Redshift.',
  },
  cdk: {
    ja: 'BackupSelectionに含めるか、TableV2のreplicas、FileSystemのreplicationConfiguration、BucketのreplicationRules等を指定する',
    en: 'include it in a BackupSelection, or set replicas of TableV2, replicationConfiguration of FileSystem, replicationRules of Bucket',
  },
  // The clause asks it of backups that are kept for long. Whether this store has any the template does not tell.
  duty: 'should',
  relievedBy: [RECEIVES_LOGS, BACKED_UP, fulfilledBy('AWS::RDS::GlobalCluster')],
  resources: Object.keys(COPIES),
  appliesTo: { orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (store, { profile }) => {
    const own = (COPIES[store.type] as (store: Resource) => Claim)(store);
    const open = own.evidence.filter(({ outcome }) => outcome !== 'breaks');
    const claim = withEvidence(own, open)
      .or(isCopiedByPlan(store, profile.minimumBackupRetentionDays))
      .explained('', { ja: '写しがない', en: 'no copy' }, REQUIRED, store.at);
    const judged = withEvidence(claim, [
      ...claim.evidence.filter(({ outcome }) => outcome !== 'undetermined' || open.length === 0),
      ...open.filter(({ outcome }) => outcome === 'undetermined'),
    ]);
    switch (store.type) {
      case 'AWS::RDS::DBInstance':
        return judged.onlyIf(isClusterMember(store).or(isReplica(store)).not());
      case 'AWS::S3::Bucket': {
        // Logs have archives, with rules of their own; a copy need not be copied.
        const { lockable, refusesLock } = receivesLogs(store);
        return judged.onlyIf(lockable.or(refusesLock).or(isDestination(store).holds).not());
      }
      default:
        return judged;
    }
  },
});

function region(property: string): (store: Resource) => Claim {
  return (store) => {
    const field = store.get(property);
    return field.must(present).and(isInOtherRegion(field, store));
  };
}

/** The secondary cluster is made by a stack of the other region. */
function inGlobalCluster(type: string, source: string): (cluster: Resource) => Claim {
  return (cluster) => {
    const { deployment } = cluster;
    const isSource = deployment.referrers(cluster, type, source).map(({ when }) => Claim.when(when));
    const identifier = cluster.get('GlobalClusterIdentifier');
    const required = { ja: '他のリージョンのクラスター', en: 'a cluster in another region' };
    return asMember(Claim.any([...isSource, identifier.must(present)]), identifier, required);
  };
}

/** That the global cluster has a member elsewhere is not seen from this stack. */
function asMember(claim: Claim, at: Field, required: Text): Claim {
  if (claim.breaks.isAlways) return Claim.BREAKS;
  const shown = { ja: 'グローバルクラスターの一員', en: 'a member of a global cluster' };
  return asAlternative(claim).and(at.states('needed', shown, required));
}

function inTwoRegions(table: Resource): Claim {
  const replicas = table.get('Replicas').items();
  const regions = new Set(
    replicas.known
      .filter(({ given }) => table.exists.implies(given))
      .map((replica) => replica.get('Region').literal)
      .filter((name) => name !== undefined),
  );
  if (regions.size > 1) return Claim.HOLDS;
  return replicas.some((replica) => isInOtherRegion(replica.get('Region'), table));
}

function replicates(bucket: Resource): Claim {
  return bucket
    .get('ReplicationConfiguration.Rules')
    .items()
    .some((rule) => {
      const destination = rule.get('Destination.Bucket');
      const places = destination.alternatives.map(({ when, value }) => {
        const [found] = bucketsAt(bucket.deployment, value);
        return under(when, found === undefined ? outside(destination) : liesElsewhere(bucket, found.bucket));
      });
      return rule.get('Status').must(equals('Enabled')).and(Claim.all(places));
    });
}

function outside(destination: Field): Claim {
  return destination.states(
    'needed',
    { ja: '手元にないバケット', en: 'a bucket that is not at hand' },
    { ja: '他の国内リージョンにあることの証跡', en: 'evidence that it lies in the other domestic region' },
  );
}

function liesElsewhere(bucket: Resource, copy: Resource): Claim {
  const [here, there] = [bucket.template, copy.template];
  if (here === there || here.stack.region === undefined || there.stack.region === undefined)
    return here === there ? Claim.BREAKS : outside(bucket.get('ReplicationConfiguration'));
  return here.stack.region === there.stack.region ? Claim.BREAKS : Claim.HOLDS;
}

const DESTINATIONS = 'ReplicationConfiguration.Rules[*].Destination.Bucket';

function isDestination(bucket: Resource): Claim {
  return Claim.any(
    bucket.deployment.referrers(bucket, 'AWS::S3::Bucket', DESTINATIONS).map(({ when }) => Claim.when(when)),
  );
}
