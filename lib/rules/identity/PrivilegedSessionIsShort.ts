import { isAdministrator } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import { isOpenToPeople, partyOf } from '../../analysis/identity/outside';
import { textTest } from '../../analysis/policy-document';
import type { Requirement } from '../../model/requirement';
import { atMost, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** Roles and permission sets without a length of their own have sessions of an hour. */
const HOUR = 3600;

export const PrivilegedSessionIsShort = defineRule({
  id: 'PrivilegedSessionIsShort',
  clauses: ['7.2(6)'],
  title: {
    ja: '特権による接続時間は、定められた時間以下とする',
    en: 'Sessions with privileges last no longer than prescribed',
  },
  why: {
    ja: '特権の一時的な認証情報は、有効な間は取り消しにくい。接続時間が長いほど、離席した端末や盗まれた認証情報から管理者の操作をされる時間が延びる。',
    en: 'Temporary credentials are hard to take back while they last. The longer a session, the longer an unattended terminal or a stolen token acts as administrator.',
  },
  fix: {
    ja: 'AWS::IAM::RoleではMaxSessionDurationを、AWS::SSO::PermissionSetではSessionDurationを、プロファイルの定める秒数以下にしてください。いずれも指定しない場合は1時間です。',
    en: 'Set MaxSessionDuration of the role, or SessionDuration of the permission set, to no more than the profile prescribes; both are an hour where they are not set.',
  },
  cdk: {
    ja: 'RoleのmaxSessionDurationをDuration.hours(1)とするか、指定しない',
    en: 'maxSessionDuration: Duration.hours(1) of Role, or none',
  },
  resources: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check: (identity, { marks, profile }) => {
    const most = profile.maximumPrivilegedSessionSeconds;
    const isRole = identity.type === 'AWS::IAM::Role';
    const short = isRole
      ? identity
          .get('MaxSessionDuration')
          .orDefault(HOUR)
          .must(atMost(most, { ja: '秒', en: ' seconds' }))
      : identity.get('SessionDuration').orDefault('PT1H').must(durationAtMost(most));
    if (short.holds.isAlways) return short;
    const party = partyOf(identity, marks);
    const privileged = party.declaredOutside.or(isAdministrator(identity, marks.facts));
    // A service renews its own sessions: how long one of them lasts limits nobody.
    return asked(short, isRole ? privileged.and(isOpenToPeople(identity)) : privileged);
  },
});

/** Of a duration as ISO 8601 writes it, for example `PT1H30M`. */
function durationAtMost(most: number): Requirement {
  return satisfying({ ja: `${most}秒以下`, en: `at most ${most} seconds` }, (value) =>
    textTest(value, (text) => {
      const seconds = secondsOf(text);
      return seconds !== undefined && seconds <= most;
    }),
  );
}

function secondsOf(duration: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}
