import { conditionsOf } from '../../analysis/identity/conditions';
import { documentAt } from '../../analysis/identity/statements';
import { UNDETERMINED } from '../../analysis/network/alternatives';
import { coversAction, denies, statement, statementsOf } from '../../analysis/policy-document';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

const BUCKET = 'ProtectedResource.S3Bucket.BucketName';
/** The tag by which GuardDuty says what it found. */
const VERDICT = 's3:existingobjecttag/guarddutymalwarescanstatus';
const EVENT = 'GuardDuty Malware Protection Object Scan Result';

export const ScanResultsAreActedOn = defineRule({
  id: 'ScanResultsAreActedOn',
  clauses: ['7.4(1)①', '4(2)①'],
  title: {
    ja: '不正プログラムの検査の結果により、ファイルの読取り又は受渡しを止める',
    en: 'What a scan for malware finds decides whether a file can be read or passed on',
  },
  why: {
    ja: '検査は結果を記すだけで、ファイルを止めない。結果を見る仕組みがなければ、不正プログラムを含むファイルも職員の端末まで届く。',
    en: 'A scan only notes what it found. Where nothing looks at that, a file with malware reaches the desks of officials all the same.',
  },
  fix: {
    ja: 'バケットポリシーに、s3:ExistingObjectTag/GuardDutyMalwareScanStatusがNO_THREATS_FOUNDでないときs3:GetObjectを拒否する文を加え、プランのActions.Tagging.StatusをENABLEDとするか、検査の結果（detail-typeがGuardDuty Malware Protection Object Scan Result）を受けるAWS::Events::Ruleを作成してください。',
    en: 'Deny s3:GetObject in the bucket policy where s3:ExistingObjectTag/GuardDutyMalwareScanStatus is not NO_THREATS_FOUND, with Actions.Tagging.Status ENABLED in the plan; or create an AWS::Events::Rule that takes the results (detail-type GuardDuty Malware Protection Object Scan Result).',
  },
  cdk: {
    ja: 'SanitizedTransferを用いるか、addToResourcePolicyでこの文を加える',
    en: 'use SanitizedTransfer, or this statement by addToResourcePolicy',
  },
  // The clause asks that malware is kept out; what takes the file away may also be a program that asks for results.
  duty: 'should',
  relievedBy: [fulfilledBy('AWS::S3::BucketPolicy', 'AWS::Events::Rule')],
  resources: ['AWS::GuardDuty::MalwareProtectionPlan'],
  check: (plan, { deployment }) => {
    const name = plan.get(BUCKET);
    const held = Claim.any(
      name.references().map(({ when, value }) => holdsBack(value.resource).and(Claim.when(when))),
    );
    const listens = Claim.any(
      deployment.ofType('AWS::Events::Rule').map((rule) => takesResults(rule).and(Claim.when(rule.exists))),
    );
    // The policy of a bucket that is made elsewhere lies there as well.
    const elsewhere = name.references().length === 0 ? UNDETERMINED : Claim.BREAKS;
    return Claim.any([held, listens, elsewhere]).explained(
      BUCKET,
      lacking({
        ja: '検査の結果によって読取りを拒否する文も、結果を受けるルールもないバケット',
        en: 'a bucket whose policy does not look at results, and no rule that takes them',
      }),
      {
        ja: '結果による拒否、又は結果を受けるルール',
        en: 'a denial by result, or a rule that takes results',
      },
      name.at,
    );
  },
});

function holdsBack(bucket: Resource): Claim {
  return Claim.any(
    bucket.deployment.referrers(bucket, 'AWS::S3::BucketPolicy', 'Bucket').map(({ resource, when }) =>
      statementsOf(documentAt(resource.get('PolicyDocument'), resource))
        .some(deniesByVerdict)
        .and(Claim.when(when)),
    ),
  );
}

function deniesByVerdict(item: Field): Claim {
  const read = statement(item);
  const { entries } = conditionsOf(read.condition);
  return Claim.all([
    denies(read),
    read.actions.some((action) => action.must(coversAction('s3:GetObject'))),
    Claim.any(entries.filter(({ key }) => key === VERDICT).map(({ when }) => Claim.when(when))),
  ]);
}

/** Whether a rule has targets and is about results of scans, if perhaps not about them alone. */
function takesResults(rule: Resource): Claim {
  const pattern = rule.get('EventPattern');
  const kinds = pattern.child('detail-type');
  const ofGuardDuty = pattern
    .child('source')
    .items()
    .some((source) => source.must(equals('aws.guardduty')));
  return Claim.all([
    kinds
      .items()
      .some((kind) => kind.must(equals(EVENT)))
      .or(ofGuardDuty.and(kinds.must(absent))),
    rule.get('Targets').must(present),
    rule.get('State').orDefault('ENABLED').must(equals('ENABLED')),
  ]);
}
