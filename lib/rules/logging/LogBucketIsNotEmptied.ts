import { asAlternative } from '../../analysis/evidence';
import { isLocked, receivesLogs } from '../../analysis/log-archives';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';

/** What CDK makes for `autoDeleteObjects`. */
const EMPTYING = 'Custom::S3AutoDeleteObjects';

export const LogBucketIsNotEmptied = defineRule({
  id: 'LogBucketIsNotEmptied',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'ログのバケットを、スタックの削除に伴って空にしない',
    en: 'Log buckets are not emptied when their stack is deleted',
  },
  why: {
    ja: 'スタックを消すだけでログのバケットが空になると、配備の権限を持つ者が監査の記録をまとめて消せる。',
    en: 'If deleting a stack empties its log bucket, whoever may deploy can remove the audit records in one go.',
  },
  fix: {
    ja: 'このバケットを指すCustom::S3AutoDeleteObjectsを取り除いてください。',
    en: 'Remove the Custom::S3AutoDeleteObjects that names this bucket.',
  },
  cdk: {
    ja: 'BucketのautoDeleteObjectsを指定せず、removalPolicyをRETAINとする',
    en: 'no autoDeleteObjects of Bucket, and removalPolicy: RemovalPolicy.RETAIN',
  },
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { profile }) => {
    const emptied = Claim.any(
      bucket.deployment.referrers(bucket, EMPTYING, 'BucketName').map(({ when }) => Claim.when(when)),
    );
    if (emptied.breaks.isAlways) return Claim.HOLDS;
    const { lockable, refusesLock } = receivesLogs(bucket);
    return emptied
      .not()
      .explained(
        EMPTYING,
        {
          ja: 'このバケットを空にするカスタムリソースあり',
          en: 'a custom resource that empties this bucket',
        },
        { ja: 'スタックが削除されても残るログ', en: 'logs that outlast the stack' },
        bucket.at,
      )
      .or(asAlternative(isLocked(bucket, profile.minimumArchiveLockDays)))
      .onlyIf(lockable.or(refusesLock));
  },
});
