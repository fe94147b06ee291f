import type { Written } from '.';

const POLICY = { policy: { to: 'PolicyDocument', as: 'json' } } as const;
const BLOCK = 'PublicAccessBlockConfiguration';

/** Access points, and buckets that are none of `AWS::S3::Bucket`. */
export const S3_OTHERS: Written = {
  's3/accessPoint:AccessPoint': {
    // Those of a bucket on Outposts have a type of their own, which nothing in the program tells for sure.
    type: 'AWS::S3::AccessPoint',
  },
  's3control/accessPointPolicy:AccessPointPolicy': {
    type: 'AWS::S3::AccessPoint',
    into: 'accessPointArn',
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
  's3control/multiRegionAccessPoint:MultiRegionAccessPoint': {
    type: 'AWS::S3::MultiRegionAccessPoint',
    properties: {
      'details.name': 'Name',
      'details.publicAccessBlock.blockPublicAcls': `${BLOCK}.BlockPublicAcls`,
      'details.publicAccessBlock.blockPublicPolicy': `${BLOCK}.BlockPublicPolicy`,
      'details.publicAccessBlock.ignorePublicAcls': `${BLOCK}.IgnorePublicAcls`,
      'details.publicAccessBlock.restrictPublicBuckets': `${BLOCK}.RestrictPublicBuckets`,
      'details.regions[*].bucket': 'Regions[*].Bucket',
      'details.regions[*].bucketAccountId': 'Regions[*].BucketAccountId',
    },
  },
  's3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy': {
    type: 'AWS::S3::MultiRegionAccessPointPolicy',
    properties: { 'details.name': 'MrapName', 'details.policy': { to: 'Policy', as: 'json' } },
  },
  's3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy': {
    type: 'AWS::S3ObjectLambda::AccessPointPolicy',
    properties: { name: 'ObjectLambdaAccessPoint', ...POLICY },
  },
  's3control/bucketPolicy:BucketPolicy': { type: 'AWS::S3Outposts::BucketPolicy', properties: POLICY },
  's3/directoryBucket:DirectoryBucket': {
    type: 'AWS::S3Express::DirectoryBucket',
    properties: { bucket: 'BucketName', 'location.name': 'LocationName' },
    lacks: {
      BucketEncryption:
        'another resource sets it, which is not mapped to directory buckets; keys of AWS hold until then',
    },
  },
  's3/filesFileSystem:FilesFileSystem': { type: 'AWS::S3Files::FileSystem' },
  's3/filesFileSystemPolicy:FilesFileSystemPolicy': { type: 'AWS::S3Files::FileSystemPolicy' },
  's3/vectorsVectorBucket:VectorsVectorBucket': { type: 'AWS::S3Vectors::VectorBucket' },
  's3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy': { type: 'AWS::S3Vectors::VectorBucketPolicy' },
  's3tables/tableBucket:TableBucket': {
    type: 'AWS::S3Tables::TableBucket',
    properties: { name: 'TableBucketName' },
  },
  's3tables/tableBucketPolicy:TableBucketPolicy': { type: 'AWS::S3Tables::TableBucketPolicy' },
  's3tables/tablePolicy:TablePolicy': {
    type: 'AWS::S3Tables::TablePolicy',
    // The table is named by its bucket, its namespace and its name, of which CloudFormation wants the ARN.
    lacks: { TableARN: 'the package names the table by three properties; no rule follows it' },
  },
};

/** Nothing in them opens or weakens what rules look at. */
export const S3_UNJUDGED = [
  's3/analyticsConfiguration:AnalyticsConfiguration',
  's3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration',
  's3/bucketMetric:BucketMetric',
  's3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration',
  's3/filesAccessPoint:FilesAccessPoint',
  's3/filesMountTarget:FilesMountTarget',
  's3/filesSynchronizationConfiguration:FilesSynchronizationConfiguration',
  's3/vectorsIndex:VectorsIndex',
  's3control/accessGrantsInstance:AccessGrantsInstance',
  's3control/accessGrantsLocation:AccessGrantsLocation',
  's3control/directoryBucketAccessPointScope:DirectoryBucketAccessPointScope',
  's3control/multiRegionAccessPointRoutes:MultiRegionAccessPointRoutes',
  's3outposts/endpoint:Endpoint',
  's3tables/namespace:Namespace',
  's3tables/table:Table',
] as const;
