import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { ILogArchive } from './log-archive';

/** How the objects that are copied are kept at their source. */
export interface ReplicationSource {
  readonly bucket: s3.Bucket;
  /** The customer managed key of the objects; undefined where S3 itself encrypts them. */
  readonly encryptionKey?: kms.IKey;
  /** What the role is for. */
  readonly description: string;
}

/**
 * Has S3 copy each new object to an archive (7.1(6)③), re-encrypted with the archive's key. Written by hand: CDK's own
 * `replicationRules` gives its role a fixed name unless a feature flag is set.
 */
export function copyTo(scope: Construct, source: ReplicationSource, archive: ILogArchive): void {
  const { bucket, encryptionKey } = source;
  const role = new iam.Role(scope, 'CopyRole', {
    assumedBy: new iam.ServicePrincipal('s3.amazonaws.com'),
    description: source.description,
  });
  const allow = (actions: string[], ...resources: string[]) =>
    role.addToPolicy(new iam.PolicyStatement({ actions, resources }));
  allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], bucket.bucketArn);
  allow(
    [
      ...['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
      // Of locked objects the lock is copied too.
      ...(encryptionKey === undefined ? [] : ['s3:GetObjectRetention', 's3:GetObjectLegalHold']),
    ],
    bucket.arnForObjects('*'),
  );
  allow(['s3:ReplicateObject', 's3:ReplicateTags'], archive.bucket.arnForObjects('*'));
  allow(['kms:Encrypt', 'kms:GenerateDataKey'], archive.encryptionKey.keyArn);
  if (encryptionKey !== undefined) allow(['kms:Decrypt'], encryptionKey.keyArn);

  (bucket.node.defaultChild as s3.CfnBucket).replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: 'CopyToLogArchive',
        status: 'Enabled',
        priority: 0,
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Disabled' },
        ...(encryptionKey === undefined
          ? {}
          : { sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } } }),
        destination: {
          bucket: archive.bucket.bucketArn,
          encryptionConfiguration: { replicaKmsKeyId: archive.encryptionKey.keyArn },
        },
      },
    ],
  };
}
