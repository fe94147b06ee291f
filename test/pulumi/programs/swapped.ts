import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import '../hosts/guardrail';

const records = new aws.s3.Bucket('records', {});
const other = new aws.s3.Bucket('other', {});

// Gives to one bucket what the program asks for another; neither is known before deployment.
pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock'
    ? { props: { ...props, bucket: other.id }, opts }
    : undefined,
);

new aws.s3.BucketPublicAccessBlock('records-public-access', {
  bucket: records.id,
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
});
