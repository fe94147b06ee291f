import { asked } from '../../analysis/identity/asked';
import {
  documentsIn,
  IDENTITY_TYPES,
  isBoundaryOnly,
  managedPoliciesOf,
  POLICY_TYPES,
} from '../../analysis/identity/identities';
import { isAboutEverything, mayCover } from '../../analysis/identity/statements';
import {
  allows,
  denies,
  patternCovers,
  type Statement,
  statement,
  statementsOf,
  textTest,
} from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { NEVER } from '../../model/guard';
import { absent, satisfying } from '../../model/requirement';
import { plain } from '../../text';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';

/** What takes logs away or stops them. */
const HARMFUL = [
  'logs:DeleteLogGroup',
  'logs:DeleteLogStream',
  'cloudtrail:DeleteTrail',
  'cloudtrail:StopLogging',
  // By these it goes on, and records nothing, or elsewhere.
  'cloudtrail:UpdateTrail',
  'cloudtrail:PutEventSelectors',
  'cloudtrail:DeleteEventDataStore',
  'ec2:DeleteFlowLogs',
  'config:DeleteConfigurationRecorder',
  'config:StopConfigurationRecorder',
  'config:DeleteDeliveryChannel',
  'guardduty:DeleteDetector',
];

/** Policies of AWS that hold the same rights. What a policy that is not known holds, other rules ask. */
const harmless = satisfying(
  { ja: 'ログを削除できるAWS管理ポリシー以外', en: 'no AWS managed policy that can delete logs' },
  (value) => {
    const last = value.kind === 'text' ? value.parts.at(-1) : value.kind === 'known' ? value.value : '';
    return /policy\/(CloudWatch(Logs)?FullAccess(V2)?|AWSCloudTrail_FullAccess|AmazonGuardDutyFullAccess(_v2)?)$/.test(
      String(last),
    )
      ? 'breaks'
      : 'holds';
  },
);

export const NoRightToDeleteLogs = defineRule({
  id: 'NoRightToDeleteLogs',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'IAMポリシーは、ログの削除及び記録の停止を許可しない',
    en: 'IAM policies do not allow anybody to delete logs or to stop their recording',
  },
  why: {
    ja: '侵入した者は、まずログを消して痕跡を隠す。業務システムや運用者に、その権限は要らない。',
    en: 'Who breaks in hides it by deleting the logs first. Neither applications nor operators need the right to.',
  },
  fix: {
    ja: 'Actionからlogs:DeleteLogGroup、cloudtrail:StopLogging等（及びlogs:*等のそれらを含むもの）を外すか、Denyの文で禁止してください。',
    en: 'Take logs:DeleteLogGroup, cloudtrail:StopLogging and the like, and what covers them such as logs:*, out of Action, or deny them in a statement with Effect Deny.',
  },
  cdk: {
    ja: 'PolicyStatementのactionsに、必要な操作だけを列挙する',
    en: 'name only the actions that are needed in actions of PolicyStatement',
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: POLICY_TYPES,
  check: (policy) => {
    const { known, open } = documentsIn(policy);
    const managed = IDENTITY_TYPES.includes(policy.type)
      ? managedPoliciesOf(policy).known.map((arn) => arn.must(harmless).onlyIf(arn.given))
      : [];
    const claim = Claim.all([
      ...managed,
      ...known.map(({ document, given }) => allowsNoDeletion(document).onlyIf(given)),
      ...open.map((piece) => new Claim(piece.when.not(), NEVER, [piece])),
    ]);
    return claim.holds.isAlways ? claim : asked(claim, isBoundaryOnly(policy).not());
  },
});

function allowsNoDeletion(document: Field): Claim {
  const statements = statementsOf(document);
  return statements.every((field) => {
    const so = statement(field);
    return Claim.all(
      mayCover(so, HARMFUL).map((action) => {
        const allowed = allows(so).and(names(so, action));
        if (allowed.breaks.isAlways) return Claim.HOLDS;
        const denied = Claim.any(
          statements.known.map((other) => {
            const deny = statement(other);
            return Claim.all([
              denies(deny),
              names(deny, action),
              isAboutEverything(deny),
              deny.condition.must(absent),
              other.present,
            ]);
          }),
        );
        return allowed
          .and(denied.not())
          .not()
          .explained(
            `${field.path}.Action`,
            { ja: `${action}の許可、又はその可能性`, en: `${action} is allowed, or may be` },
            { ja: 'ログの削除及び記録の停止を許可しないこと', en: 'no right to delete logs or stop them' },
            field.get('Action').at,
          );
      }),
    );
  });
}

/** The whole of everything, and of EC2, is a matter of other rules: what is meant there are administrators. */
function names({ actions }: Statement, action: string): Claim {
  const name = action.toLowerCase();
  return actions.some((item) =>
    item.must(
      satisfying(plain(action), (value) =>
        textTest(value, (text) => {
          const pattern = text.toLowerCase();
          return pattern !== 'ec2:*' && /^[^*?]+:/.test(pattern) && patternCovers(pattern, name);
        }),
      ),
    ),
  );
}
