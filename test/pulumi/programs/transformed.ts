import '../hosts/guardrail';
import * as native from '@pulumi/aws-native';
import * as pulumi from '@pulumi/pulumi';

// Comes after the guardrail, and takes away what the program asks for.
pulumi.runtime.registerResourceTransform(({ type, props, opts }) =>
  type === 'aws-native:kms:Key' ? { props: { ...props, enableKeyRotation: false }, opts } : undefined,
);

new native.kms.Key('records', {
  enableKeyRotation: true,
  keyPolicy: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::123456789012:role/city-key-administrators' },
        Action: ['kms:Describe*', 'kms:EnableKeyRotation'],
        Resource: '*',
      },
    ],
  },
  tags: [{ key: 'jichitai:zone', value: 'my-number' }],
});
