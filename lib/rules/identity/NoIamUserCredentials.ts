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
  why: {
    ja: '長期のアクセスキーは、ソースコードや委託事業者の端末から漏れても失効せず、異動や契約終了の後も使われ続ける。',
    en: "A long-lived access key that leaks from source code or a vendor's laptop stays valid, and goes on working after people have moved or contracts have ended.",
  },
  fix: {
    ja: 'AWS::IAM::AccessKey及びAWS::IAM::UserのLoginProfileを削除し、人はIAM Identity Center又は多要素認証を求めるロール、プログラムはロールの一時的な認証情報を用いてください。',
    en: 'Remove AWS::IAM::AccessKey and LoginProfile of AWS::IAM::User: people use IAM Identity Center or a role that asks for a second factor, programs the temporary credentials of a role.',
  },
  cdk: {
    ja: 'AccessKey及びUserのpasswordを用いず、Roleを用いる',
    en: 'Role, and neither AccessKey nor password of User',
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
