import * as aws from '@pulumi/aws-native';
import * as pulumi from '@pulumi/pulumi';

// The stack's transform comes last: it sees what the program's own transforms made of a resource.
pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === 'aws-native:s3:Bucket'
    ? {
        props: { ...props, versioningConfiguration: { status: 'Enabled' } },
        opts: { ...opts, protect: true },
      }
    : undefined,
);

class Vault extends pulumi.ComponentResource {
  readonly key: aws.kms.Key;
  readonly bucket: aws.s3.Bucket;

  constructor(name: string, pin: pulumi.Input<string>, options?: pulumi.ComponentResourceOptions) {
    super('city:storage:Vault', name, {}, options);
    this.key = new aws.kms.Key(`${name}-key`, { enableKeyRotation: true }, { parent: this });
    this.bucket = new aws.s3.Bucket(
      `${name}-bucket`,
      {
        bucketEncryption: {
          serverSideEncryptionConfiguration: [
            { serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: this.key.arn } },
          ],
        },
        tags: [{ key: 'pin', value: pin }],
      },
      { parent: this },
    );
    this.registerOutputs({ bucket: this.bucket.bucketName });
  }
}

const provider = new aws.Provider('tokyo', { region: 'ap-northeast-1' });
const vault = new Vault('vault', pulumi.secret('1234'), { provider });

new aws.ssm.Parameter(
  'name',
  { type: 'String', value: pulumi.interpolate`${vault.bucket.arn}/records` },
  { aliases: [{ name: 'old-name' }], ignoreChanges: ['value'] },
);

export const pin = pulumi.secret('1234');
