import { keepsFor, rulesOf } from '../../analysis/backups';
import { asAlternative } from '../../analysis/evidence';
import { absent, literal } from '../../model/requirement';
import { defineRule } from '../define';

/** Every day, several times a day, on days of the week, or every so many hours or days up to a week. */
const REGULAR = literal({ ja: '週に一回以上の予定', en: 'a schedule of once a week or more' }, (schedule) => {
  const text = String(schedule).trim();
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text);
  if (rate !== null) return rate[2] !== 'day' || Number(rate[1]) <= 7;
  const fields = /^cron\((.+)\)$/.exec(text)?.[1]?.trim().split(/\s+/);
  if (fields === undefined || fields.length < 5) return false;
  const [, , dayOfMonth, month, dayOfWeek, year = '*'] = fields as string[];
  return month === '*' && year === '*' && (isEvery(dayOfMonth, dayOfWeek) || isWeekly(dayOfMonth, dayOfWeek));
});

function isEvery(dayOfMonth = '', dayOfWeek = ''): boolean {
  return /^(\*|\?|(\*|1)\/[1-7])$/.test(dayOfMonth) && /^[*?]$/.test(dayOfWeek);
}

/** `2#1` and `6L` name one week of the month. */
function isWeekly(dayOfMonth = '', dayOfWeek = ''): boolean {
  return /^[*?]$/.test(dayOfMonth) && !/[#L]/.test(dayOfWeek);
}

export const BackupPlanIsRegular = defineRule({
  id: 'BackupPlanIsRegular',
  clauses: ['7.1(2)①'],
  title: {
    ja: 'バックアップの計画は、定期的に取得し、定められた期間保管する規則を持つ',
    en: 'Backup plans have a rule that runs regularly and keeps backups for the prescribed period',
  },
  why: {
    ja: '月に一回のバックアップや数日で消えるバックアップからは、障害の直前の住民情報に戻せない。',
    en: 'From a backup of once a month, or one that is gone in days, no resident record can be put back as it was before a fault.',
  },
  fix: {
    ja: 'BackupPlanRuleの少なくとも一つで、ScheduleExpressionを週に一回以上とし、Lifecycle.DeleteAfterDaysをプロファイルのminimumBackupRetentionDays以上としてください。',
    en: 'In one BackupPlanRule at least, set ScheduleExpression to once a week or more often, and Lifecycle.DeleteAfterDays to at least minimumBackupRetentionDays of the profile.',
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
      return asAlternative(schedule.must(absent))
        .or(schedule.must(REGULAR))
        .and(keepsFor(rule, profile.minimumBackupRetentionDays));
    }),
});
