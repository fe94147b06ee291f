import { keepsFor, rulesOf } from '../../analysis/backups';
import { asAlternative } from '../../analysis/evidence';
import { absent, literal, type Requirement } from '../../model/requirement';
import { defineRule } from '../define';

const MONTH = 31;

/** The longest time between two backups, in days; undefined where it is longer than a month, or cannot be read. */
function intervalOf(schedule: string): number | undefined {
  const text = schedule.trim();
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text);
  if (rate !== null) return rate[2] === 'day' ? Number(rate[1]) : 1;
  const fields = /^cron\((.+)\)$/.exec(text)?.[1]?.trim().split(/\s+/);
  const [, , dayOfMonth = '', month, dayOfWeek = '', year = '*'] = fields ?? [];
  if (month !== '*' || year !== '*') return undefined;
  const anyDay = /^(\*|\?|(\*|1)\/[1-7])$/.test(dayOfMonth);
  // `2#1` and `6L` name one week of the month.
  return anyDay && !/[#L]/.test(dayOfWeek) ? 7 : MONTH;
}

function runsWithin(days: number): Requirement {
  return literal(
    { ja: `${days}日に一回以上の予定`, en: `a schedule of once in ${days} days or more` },
    (schedule) => {
      const interval = intervalOf(String(schedule));
      return interval !== undefined && interval <= days;
    },
  );
}

export const BackupPlanIsRegular = defineRule({
  id: 'BackupPlanIsRegular',
  clauses: ['7.1(2)①'],
  title: {
    ja: 'バックアップの計画は、定期的に取得し、定められた期間保管する規則を持つ',
    en: 'Backup plans have a rule that runs regularly and keeps backups for the prescribed period',
  },
  why: {
    ja: 'まれにしか取得しないバックアップや、次の取得の前に消えるバックアップからは、住民情報を元に戻せない。',
    en: 'From backups that are seldom taken, or gone before the next one, no record of a resident can be put back.',
  },
  fix: {
    ja: 'BackupPlanRuleの少なくとも一つで、ScheduleExpressionを月に一回以上とし、Lifecycle.DeleteAfterDaysをプロファイルのminimumBackupRetentionDays以上（週に一回に満たない場合は31日以上）としてください。',
    en: 'In one BackupPlanRule at least, set ScheduleExpression to once a month or more often, and Lifecycle.DeleteAfterDays to at least minimumBackupRetentionDays of the profile, or 31 where it runs less than weekly.',
  },
  cdk: {
    ja: 'BackupPlanRuleのscheduleExpression及びdeleteAfterを指定する',
    en: 'scheduleExpression and deleteAfter of BackupPlanRule',
  },
  resources: ['AWS::Backup::BackupPlan'],
  check: (plan, { profile }) =>
    rulesOf(plan).some((rule) => {
      const schedule = rule.get('ScheduleExpression');
      // Without a schedule AWS Backup runs every day.
      const often = asAlternative(schedule.must(absent)).or(asAlternative(schedule.must(runsWithin(7))));
      // A backup stays until the next one is there.
      const days = profile.minimumBackupRetentionDays;
      return schedule
        .orDefault('rate(1 day)')
        .must(runsWithin(MONTH))
        .and(keepsFor(rule, days))
        .and(keepsFor(rule, Math.max(days, MONTH)).onlyIf(often.not()));
    }),
});
