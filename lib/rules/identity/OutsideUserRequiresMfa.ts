import { asked } from '../../analysis/identity/asked';
import { administersWithMfaOnly } from '../../analysis/identity/mfa';
import { partyOf } from '../../analysis/identity/outside';
import { defineRule } from '../define';

export const OutsideUserRequiresMfa = defineRule({
  id: 'OutsideUserRequiresMfa',
  clauses: ['7.5(1)⑦'],
  title: {
    ja: '委託事業者等のIAMユーザーは、多要素認証を経なければ管理権限を行使できない',
    en: 'IAM users of vendors and operators act as administrators only with a second factor',
  },
  why: {
    ja: 'アクセスキーやパスワードだけで管理者の操作ができると、委託事業者の端末から漏れた一つの文字列で、庁外から本市の環境を作り替えられる。',
    en: 'Where a key or password alone makes an administrator, one string that leaks from a vendor lets anybody rebuild the systems of the city from outside.',
  },
  fix: {
    ja: '管理権限を許可するAllow文のConditionに、Boolで"aws:MultiFactorAuthPresent": "true"を指定するか、利用者又はそのグループのポリシーに、BoolIfExistsで"aws:MultiFactorAuthPresent": "false"を条件として管理操作を拒否するDeny文を加えてください。DenyをBoolとすると、アクセスキーによる要求を拒否できません。',
    en: 'Put Bool "aws:MultiFactorAuthPresent": "true" in the Condition of every Allow of administrative rights, or add a Deny of them with BoolIfExists "aws:MultiFactorAuthPresent": "false" to the policies of the user or its group. With Bool, such a Deny does not stop requests by access key.',
  },
  cdk: {
    ja: "Userに代えてVendorAdministratorRoleを用いるか、PolicyStatementのconditionsに{ Bool: { 'aws:MultiFactorAuthPresent': 'true' } }を指定する",
    en: "VendorAdministratorRole in place of User, or { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } in conditions of PolicyStatement",
  },
  resources: ['AWS::IAM::User'],
  check: (user, { marks }) => {
    const closed = administersWithMfaOnly(user, marks.facts);
    return closed.holds.isAlways
      ? closed
      : asked(
          closed.explained(
            '',
            {
              ja: '多要素認証なしで管理権限を行使できる利用者',
              en: 'a user with administrative rights without multi-factor authentication',
            },
            {
              ja: '多要素認証を条件とする管理権限',
              en: 'without administrative rights, or with those that ask for multi-factor authentication',
            },
          ),
          partyOf(user, marks).outside,
        );
  },
});
