import { receivesLogs } from '../../analysis/log-archives';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

/** What CDK makes for `autoDeleteObjects`. */
const EMPTYING = 'Custom::S3AutoDeleteObjects';

export const S3BucketIsNotEmptied = defineRule({
  id: 'S3BucketIsNotEmptied',
  clauses: ['8.1⑥'],
  title: {
    ja: '重要なS3バケットを、スタックの削除に伴って空にしない',
    en: 'S3 buckets that matter are not emptied when their stack is deleted',
  },
  why: {
    ja: 'スタックの削除という一つの操作により、情報資産が許可なく全ての版まで消去される。',
    en: 'One call, the deletion of a stack, wipes out every version of the records without anybody having permitted it.',
  },
  fix: {
    ja: 'このバケットを指すCustom::S3AutoDeleteObjectsを取り除き、DeletionPolicyをRetainにしてください。',
    en: 'Remove the Custom::S3AutoDeleteObjects that names this bucket, and set DeletionPolicy to Retain.',
  },
  cdk: {
    ja: 'autoDeleteObjectsを指定せず、removalPolicyをRETAINとする',
    en: 'no autoDeleteObjects, and a removalPolicy of RETAIN',
  },
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  appliesTo: {
    zones: ['my-number'],
    orConfidentialityAtLeast: 2,
    orIntegrityAtLeast: 2,
    orAvailabilityAtLeast: 2,
  },
  check: (bucket) => {
    const emptied = Claim.any(
      bucket.deployment.referrers(bucket, EMPTYING, 'BucketName').map(({ when }) => Claim.when(when)),
    );
    if (emptied.breaks.isAlways) return Claim.HOLDS;
    const { lockable, refusesLock } = receivesLogs(bucket);
    return (
      emptied
        .not()
        .explained(
          EMPTYING,
          {
            ja: 'このバケットを空にするカスタムリソースあり',
            en: 'a custom resource that empties this bucket',
          },
          { ja: 'スタックが削除されても残る情報', en: 'records that outlast the stack' },
          bucket.at,
        )
        // Buckets of logs have a rule of their own.
        .onlyIf(lockable.or(refusesLock).not())
    );
  },
});
