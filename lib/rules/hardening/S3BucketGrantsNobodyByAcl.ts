import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const S3BucketGrantsNobodyByAcl = defineRule({
  id: 'S3BucketGrantsNobodyByAcl',
  clauses: ['7.2(1)①', '7.1(1)②', '9.2(5)①(ア)'],
  title: {
    ja: 'S3バケットのACLは、不特定の者に許可しない',
    en: 'ACLs of S3 buckets grant nothing to everybody',
  },
  why: {
    ja: '公開のACLは、バケットポリシーに何も現れないまま、全ての人又は全てのAWS利用者にファイルを開く。',
    en: 'A public ACL opens the files to everybody, or to every customer of AWS, while the bucket policy shows nothing of it.',
  },
  fix: {
    ja: 'AccessControlからPublicRead、PublicReadWrite及びAuthenticatedReadを除いてください。',
    en: 'Remove PublicRead, PublicReadWrite or AuthenticatedRead from AccessControl.',
  },
  cdk: {
    ja: 'publicReadAccess及びaccessControlを用いない',
    en: 'neither publicReadAccess nor accessControl',
  },
  resources: ['AWS::S3::Bucket'],
  check: (bucket) =>
    bucket
      .get('AccessControl')
      .orDefault('Private')
      .must(noneOf('PublicRead', 'PublicReadWrite', 'AuthenticatedRead')),
});
