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

pulumi.runtime.registerInvokeTransform(({ token, args, opts }) =>
  token === 'aws-native:index:getAzs' ? { args: { ...args, region: 'ap-northeast-1' }, opts } : undefined,
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

new aws.ssm.Parameter(
  'zones',
  {
    type: 'StringList',
    value: aws.getAzsOutput({ region: 'elsewhere' }).azs.apply((zones) => zones.join(',')),
  },
  {
    dependsOn: vault.key,
    transforms: [({ props, opts }) => ({ props: { ...props, tier: 'Standard' }, opts })],
  },
);

const old = aws.s3.Bucket.get('old', 'records-of-2020');
new aws.ssm.Parameter('old-name', { type: 'String', value: pulumi.interpolate`${old.arn}` });

export const pin = pulumi.secret('1234');
