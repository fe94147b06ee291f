import type { RegisterEntry } from '../../exceptions/entry';
import { dayGiven, needed, type Options } from '../options';

/** Stands where a person still has to write; nothing with it is signed. */
export const TO_FILL_IN = '（記入 / to be filled in）';

/** What regular applications, emergencies and baselines have in common, from the options. @throws InputError */
export function draftOf(
  options: Options,
  today: string,
): Pick<
  RegisterEntry,
  | 'application'
  | 'reason'
  | 'compensatingMeasures'
  | 'applicant'
  | 'approver'
  | 'office'
  | 'applied'
  | 'starts'
  | 'expires'
> {
  const application = needed(options, 'application', {
    ja: '申請番号',
    en: 'the number of the application',
  });
  needed(options, 'expires', { ja: '期限', en: 'the last day on which it counts' });
  return {
    application,
    reason: options.reason ?? TO_FILL_IN,
    compensatingMeasures: options.measures ?? TO_FILL_IN,
    applicant: options.applicant ?? TO_FILL_IN,
    approver: options.approver ?? TO_FILL_IN,
    office: options.office ?? TO_FILL_IN,
    applied: today,
    starts: dayGiven(options, 'starts') ?? today,
    expires: dayGiven(options, 'expires') as string,
  };
}

/** Fields that somebody still has to fill in. */
export function unfilled(entry: RegisterEntry): readonly string[] {
  return Object.entries(entry)
    .filter(([, value]) => value === TO_FILL_IN)
    .map(([key]) => key);
}
