import { receivesLogs } from '../../analysis/log-archives';
import { type Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, present } from '../../model/requirement';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

export const IncompleteUploadsExpire = defineRule({
  id: 'IncompleteUploadsExpire',
  clauses: ['3(2)⑩(エ)', '3(2)①(ウ)'],
  title: {
    ja: 'S3バケットは、完了しなかったアップロードの断片を期限を定めて削除する',
    en: 'S3 buckets remove the parts of unfinished uploads after a set time',
  },
  why: {
    ja: '途中で止まったアップロードの断片は一覧に現れず、情報資産の一部が誰にも知られずに残る。',
    en: 'Parts of an upload that stopped show in no listing: pieces of records stay without anybody knowing.',
  },
  fix: {
    ja: 'LifecycleConfiguration.RulesにStatusをEnabledとする規則を加え、AbortIncompleteMultipartUpload.DaysAfterInitiationを指定してください。',
    en: 'Add a rule with Status Enabled to LifecycleConfiguration.Rules, and set AbortIncompleteMultipartUpload.DaysAfterInitiation in it.',
  },
  cdk: {
    ja: 'EncryptedBucketを用いるか、lifecycleRulesのabortIncompleteMultipartUploadAfterを指定する',
    en: 'EncryptedBucket, or abortIncompleteMultipartUploadAfter in lifecycleRules',
  },
  // The clauses ask that all copies are removed at the end of use, and not how.
  duty: 'should',
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  appliesTo: { orConfidentialityAtLeast: 2 },
  check: (bucket) => {
    const rules = bucket.get('LifecycleConfiguration.Rules');
    // Services write logs, and finish what they upload.
    const { lockable, refusesLock } = receivesLogs(bucket);
    return rules
      .items()
      .some(endsUploads)
      .explained(
        rules.path,
        lacking({ ja: '断片の期限なし', en: 'no end of such parts' }),
        {
          ja: '有効な規則によるAbortIncompleteMultipartUpload',
          en: 'AbortIncompleteMultipartUpload by an enabled rule',
        },
        rules.at,
      )
      .onlyIf(lockable.or(refusesLock).not());
  },
});

function endsUploads(rule: Field): Claim {
  return rule
    .get('AbortIncompleteMultipartUpload.DaysAfterInitiation')
    .must(present)
    .and(rule.get('Status').must(equals('Enabled')));
}
