import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

const config = new pulumi.Config();
const network = new pulumi.StackReference('city/network/production');

class Records extends pulumi.ComponentResource {
  readonly bucket: aws.s3.Bucket;

  constructor(name: string, options?: pulumi.ComponentResourceOptions) {
    super('city:storage:Records', name, {}, options);
    this.bucket = new aws.s3.Bucket(`${name}-bucket`, { tags: { zone: 'lgwan' } }, { parent: this });
    this.registerOutputs({ bucketArn: this.bucket.arn });
  }
}

const records = new Records('records', { protect: true });

const readers = aws.iam.getPolicyDocumentOutput({
  statements: [
    {
      effect: 'Deny',
      actions: ['s3:*'],
      resources: ['arn:aws:s3:::example/*'],
      principals: [{ type: '*', identifiers: ['*'] }],
      conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
    },
  ],
});

new aws.s3.BucketPolicy('policy', { bucket: records.bucket.id, policy: readers.json });

new aws.rds.Instance(
  'database',
  {
    engine: 'postgres',
    instanceClass: 'db.t4g.medium',
    allocatedStorage: 20,
    username: 'city',
    password: config.requireSecret('databasePassword'),
    vpcSecurityGroupIds: [network.requireOutput('securityGroupId')],
    tags: { owner: aws.getCallerIdentityOutput().accountId },
  },
  { retainOnDelete: true, dependsOn: records },
);

export const bucketArn = records.bucket.arn;
