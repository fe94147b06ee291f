import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { enforcePolicy } from '../../../lib/pulumi';

const guardrail = process.env['GUARDRAIL'] ?? 'on';
if (guardrail !== 'off') enforcePolicy({ language: 'en', placeholders: guardrail === 'on' });

const bucket = new aws.s3.Bucket('records', { tags: { 'jichitai:zone': 'my-number' } });
new aws.s3.BucketPublicAccessBlock('records-access', { bucket: bucket.id, blockPublicAcls: true });
new aws.s3.BucketPolicy('records-policy', {
  bucket: bucket.id,
  policy: pulumi.interpolate`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"${bucket.arn}/*"}]}`,
});
export const name = bucket.bucket;
