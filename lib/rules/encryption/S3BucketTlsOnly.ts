import { arnOf, coversArn } from '../../analysis/arn-pattern';
import { isTlsOnly } from '../../analysis/tls-only';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

const POLICIES = [{ type: 'AWS::S3::BucketPolicy', path: 'Bucket' }];

export const S3BucketTlsOnly = defineRule({
  id: 'S3BucketTlsOnly',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'S3バケットは、TLSによらない通信を拒否する',
    en: 'S3 buckets refuse what does not come over TLS',
  },
  why: {
    ja: 'S3はHTTPの要求にも応じる。バケットが拒否しなければ、古いプログラムが帳票や添付書類を平文のまま読み書きできる。',
    en: 'S3 answers HTTP as well. Unless the bucket refuses, an old program reads and writes forms and attachments in plain text.',
  },
  fix: {
    ja: 'AWS::S3::BucketPolicyに、Effect: Deny、Principal: "*"、Action: s3:*、Resource: バケットと/*、Condition: { Bool: { aws:SecureTransport: "false" } }の文を加えてください。',
    en: 'Add to the AWS::S3::BucketPolicy a statement with Effect: Deny, Principal: "*", Action: s3:*, Resource: the bucket and its /*, Condition: { Bool: { aws:SecureTransport: "false" } }.',
  },
  cdk: {
    ja: 'EncryptedBucketを用いるか、BucketのenforceSSLをtrueとする',
    en: 'use EncryptedBucket, or enforceSSL: true of Bucket',
  },
  relievedBy: [settingApart('AWS::S3::BucketPolicy')],
  resources: ['AWS::S3::Bucket'],
  check: (bucket) =>
    isTlsOnly(bucket, POLICIES, {
      actions: ['s3:*'],
      resources: [
        coversArn(arnOf(bucket), { ja: 'バケットのARN', en: 'the ARN of the bucket' }),
        coversArn(arnOf(bucket, '/*'), { ja: '全てのオブジェクトのARN', en: 'the ARNs of all objects' }),
      ],
    }),
});
