import { Claim } from '../../model/claim';
import { absent } from '../../model/requirement';
import { defineRule } from '../define';

export const NoIamUserCredentials = defineRule({
  id: 'NoIamUserCredentials',
  clauses: ['7.2(5)', '6.4(2)', '6.4(3)'],
  title: {
    ja: 'IAMユーザーに長期の認証情報（パスワード及びアクセスキー）を持たせない',
    en: 'IAM users have no long-lived credentials: neither passwords nor access keys',
  },
  fix: {
    ja: 'AWS::IAM::AccessKey及びAWS::IAM::UserのLoginProfileを削除し、人はIAM Identity Center又は多要素認証を求めるロール、プログラムはロールの一時的な認証情報を用いてください（CDKではRoleを使用）。',
    en: 'Remove AWS::IAM::AccessKey and LoginProfile of AWS::IAM::User: people use IAM Identity Center or a role that asks for a second factor, programs the temporary credentials of a role (in CDK: Role).',
  },
  resources: ['AWS::IAM::AccessKey', 'AWS::IAM::User'],
  check: (resource) => {
    if (resource.type === 'AWS::IAM::User') return resource.get('LoginProfile').must(absent);
    return Claim.of('breaks', {
      path: '',
      actual: { ja: '長期のアクセスキー', en: 'a long-lived access key' },
      required: { ja: 'ロールの一時的な認証情報', en: 'temporary credentials of a role instead' },
    });
  },
});
