import { isAdministrator, namesOf } from '../../analysis/identity/administrators';
import { isOpenToPeople } from '../../analysis/identity/outside';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';

export const PrivilegedDelegateIsAppointed = defineRule({
  id: 'PrivilegedDelegateIsAppointed',
  clauses: ['7.2(1)③(イ)'],
  title: {
    ja: '特権を代行する者は、指名され、CISOに認められた者とする',
    en: 'Whoever acts with privileges for those responsible has been appointed, and accepted by the CISO',
  },
  why: {
    ja: '誰が特権を持つかを市が決めていなければ、事故の際に、その操作が認められたものかどうかを示せない。',
    en: 'Where nobody decided who has privileges, nobody can show after an accident whether the act was a permitted one.',
  },
  fix: {
    ja: '人が引き受ける管理者のロール及びアクセス許可セットについて、指名及びCISOの承認の記録を示してください。認められた者は、プロファイルのallowedAdministratorsに名前又は論理IDを記載します。',
    en: 'For each administrative role or permission set that people can become, show the record of the appointment and of the consent of the CISO. Those who are accepted are named in allowedAdministrators of the profile.',
  },
  cdk: {
    ja: 'PolicyGuardrailのprofileに渡すプロファイルのallowedAdministratorsに加える',
    en: 'allowedAdministrators of the profile that is passed to PolicyGuardrail',
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check: (identity, { marks, profile }) => {
    if (namesOf(identity).some((name) => profile.allowedAdministrators.includes(name))) return Claim.HOLDS;
    const people = identity.type === 'AWS::IAM::Role' ? isOpenToPeople(identity) : Claim.HOLDS;
    const { holds } = isAdministrator(identity, marks.facts).and(people);
    return identity
      .get('')
      .states(
        'needed',
        { ja: '人が引き受ける管理者', en: 'an administrator whom people can become' },
        {
          ja: '指名及びCISOの承認の記録',
          en: 'the record of the appointment and of the consent of the CISO',
        },
      )
      .onlyIf(holds);
  },
});
