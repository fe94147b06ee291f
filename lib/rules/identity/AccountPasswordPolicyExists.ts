import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

/** CloudFormation has no type for it: a custom resource makes this call. */
const CALL = /updateAccountPasswordPolicy/i;

export const AccountPasswordPolicyExists = defineDeploymentRule({
  id: 'AccountPasswordPolicyExists',
  clauses: ['6.4(3)③'],
  title: {
    ja: 'IAMユーザーを設ける場合は、アカウントのパスワードポリシーを定める',
    en: 'Where there are IAM users, the account has a password policy',
  },
  why: {
    ja: 'ポリシーのないアカウントでは、推測できる短いパスワードを誰にも止められない。',
    en: 'Without a policy nobody is kept from a short password that can be guessed.',
  },
  fix: {
    ja: 'IAMユーザーを廃してIAM Identity Centerを用いるか、UpdateAccountPasswordPolicyを呼ぶカスタムリソースを設けてください。アプリの外で定めている場合は、その設定を示してください（プロファイルのplatformProvidesにpassword-policy）。',
    en: 'Use IAM Identity Center instead of IAM users, or a custom resource that calls UpdateAccountPasswordPolicy. Where the policy is set outside of the app, show it (password-policy in platformProvides of the profile).',
  },
  cdk: {
    ja: 'AwsCustomResourceでiamのupdateAccountPasswordPolicyを呼ぶ',
    en: 'an AwsCustomResource that calls updateAccountPasswordPolicy of iam',
  },
  checkDeployment: ({ deployment, profile }) => {
    const [user] = deployment.ofType('AWS::IAM::User');
    if (user === undefined) return [];
    const exists = Claim.any(
      deployment.types
        .filter((type) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource')
        .flatMap((type) => deployment.ofType(type))
        .map(sets),
    );
    const required = { ja: 'アカウントのパスワードポリシー', en: 'a password policy of the account' };
    return [
      {
        template: user.template,
        claim: platformDuty(profile, 'password-policy', exists, 'Custom::AWS', required),
      },
    ];
  },
});

/** The resource of CDK holds its calls as text; what another one does cannot be told unless its name says so. */
function sets(custom: Resource): Claim {
  const there = Claim.when(custom.exists);
  if (/PasswordPolicy/i.test(custom.type)) return there;
  const calls = [custom.rawProperty('Create'), custom.rawProperty('Update')];
  if (CALL.test(JSON.stringify(calls))) return there;
  return custom.type === 'AWS::CloudFormation::CustomResource' ? UNDETERMINED.and(there) : Claim.BREAKS;
}
