import { Claim } from '../../model/claim';
import type { Referrer } from '../../model/deployment';
import { present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

const SCHEDULE = 'AWS::SecretsManager::RotationSchedule';
const ATTACHMENT = 'AWS::SecretsManager::SecretTargetAttachment';

export const SecretIsRotated = defineRule({
  id: 'SecretIsRotated',
  clauses: ['7.2(5)'],
  title: {
    ja: 'シークレットは、定期的に自動で変更する',
    en: 'Secrets are rotated automatically',
  },
  why: {
    ja: '変更されない認証情報は、一度漏れるといつまでも使われる。退職者及び契約を終えた委託事業者が知る値も残り続ける。',
    en: 'A credential that never changes is of use for ever once it has leaked, to people who left and vendors whose contract has ended as well.',
  },
  fix: {
    ja: 'AWS::SecretsManager::RotationScheduleのSecretIdにこのシークレットを、RotationRulesに間隔を指定してください。データベースの管理者は、ManageMasterUserPasswordをtrueとすれば足ります。',
    en: 'Point SecretId of an AWS::SecretsManager::RotationSchedule at the secret and set RotationRules; for the administrator of a database ManageMasterUserPassword: true is enough.',
  },
  cdk: { ja: 'SecretのaddRotationScheduleを呼ぶ', en: 'addRotationSchedule of Secret' },
  // The policy asks for strict management and for the security features that there are, and names no rotation.
  duty: 'should',
  relievedBy: [settingApart('AWS::SecretsManager::RotationSchedule')],
  resources: ['AWS::SecretsManager::Secret'],
  check: (secret) => {
    const { deployment } = secret;
    const attachments = deployment.referrers(secret, ATTACHMENT, 'SecretId');
    const targets = [secret, ...attachments.map(({ resource }) => resource)];
    const schedules = targets.flatMap((target) => deployment.referrers(target, SCHEDULE, 'SecretId'));
    const open = deployment.openReferrers(SCHEDULE, 'SecretId');
    const certain = Claim.any(schedules.map(recurs));
    const perhaps = open.length === 0 || certain.holds.isAlways ? certain : certain.or(UNKNOWN);
    return perhaps.explained(
      SCHEDULE,
      {
        breaks: {
          ja: 'なし、又は間隔の指定（RotationRules）がない',
          en: 'none, or none that says when (RotationRules)',
        },
        undetermined: {
          ja: 'どのシークレットを指すか配備前に定まらない',
          en: 'one of which the secret is not known before deployment',
        },
      },
      {
        ja: 'このシークレットを指し、間隔を定めるRotationSchedule',
        en: 'a RotationSchedule for this secret, with its times',
      },
    );
  },
});

const UNKNOWN = Claim.of('undetermined', {
  path: '',
  actual: { ja: '', en: '' },
  required: { ja: '', en: '' },
});

/** Without rules a schedule rotates once, when it is made. */
function recurs({ resource, when }: Referrer): Claim {
  const rules = (resource as Resource).get('RotationRules');
  return rules
    .get('AutomaticallyAfterDays')
    .must(present)
    .or(rules.get('ScheduleExpression').must(present))
    .and(Claim.when(when.and((resource as Resource).exists)));
}
