import { asAlternative } from '../../analysis/evidence';
import { receivesLogs } from '../../analysis/log-archives';
import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals } from '../../model/requirement';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

export const ReplicasFollowDeletion = defineRule({
  id: 'ReplicasFollowDeletion',
  clauses: ['3(2)⑩(エ)', '3(2)①(ウ)'],
  title: {
    ja: 'S3の複製は、元のオブジェクトの削除に従う',
    en: 'Replicas in S3 follow the deletion of the original',
  },
  why: {
    ja: '既定では元のバケットでの削除が複製先に及ばず、廃棄した情報資産の写しが残る。',
    en: 'By default a deletion at the source does not reach the replica: a copy of what was disposed of stays.',
  },
  fix: {
    ja: 'ReplicationConfiguration.RulesのDeleteMarkerReplication.StatusをEnabledにしてください。規則にはFilter及びPriorityも必要です。',
    en: 'Set DeleteMarkerReplication.Status to Enabled in ReplicationConfiguration.Rules; the rule needs Filter and Priority.',
  },
  cdk: {
    ja: 'replicationRulesのdeleteMarkerReplicationをtrueとする',
    en: 'deleteMarkerReplication: true in replicationRules',
  },
  // The clauses ask that all copies are removed at the end of use, and not how.
  duty: 'should',
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  appliesTo: { orConfidentialityAtLeast: 2 },
  check: (bucket) => {
    // The copy of a log outlives the log on purpose.
    const { lockable, refusesLock } = receivesLogs(bucket);
    return bucket
      .get('ReplicationConfiguration.Rules')
      .items()
      .every(followsDeletion)
      .onlyIf(lockable.or(refusesLock).not());
  },
});

function followsDeletion(rule: Field): Claim {
  const follows = rule.get('DeleteMarkerReplication.Status').orDefault('Disabled').must(equals('Enabled'));
  // The old form of a rule, without Filter, copies delete markers always.
  const oldForm = rule.get('Filter').must(absent);
  return follows.or(asAlternative(oldForm)).onlyIf(rule.get('Status').must(equals('Enabled')));
}
