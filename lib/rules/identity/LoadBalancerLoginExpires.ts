import { ofStaff } from '../../analysis/identity/staff-pools';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { atMost, present } from '../../model/requirement';
import { defineRule } from '../define';

const ACTIONS: Readonly<Record<string, string>> = {
  'AWS::ElasticLoadBalancingV2::Listener': 'DefaultActions',
  'AWS::ElasticLoadBalancingV2::ListenerRule': 'Actions',
};
const DAY = 86400;
const WEEK = 7 * DAY;

export const LoadBalancerLoginExpires = defineRule({
  id: 'LoadBalancerLoginExpires',
  clauses: ['7.2(4)'],
  title: {
    ja: 'ロードバランサーによるログインは、定められた時間で失効させる',
    en: 'Log-ins at a load balancer expire within the time that the profile prescribes',
  },
  why: {
    ja: '指定しない場合のログインは7日間続き、共用の端末で次の利用者に引き継がれる。',
    en: 'Without a figure such a log-in lasts a week, and passes to the next user of a shared terminal.',
  },
  fix: {
    ja: 'AuthenticateCognitoConfig又はAuthenticateOidcConfigのSessionTimeoutを、プロファイルの定める日数（maximumLoginDays）に当たる秒数以下としてください。',
    en: 'Set SessionTimeout of AuthenticateCognitoConfig or AuthenticateOidcConfig to no more seconds than maximumLoginDays of the profile makes.',
  },
  cdk: {
    ja: 'AuthenticateCognitoActionのsessionTimeoutを指定する',
    en: 'sessionTimeout of AuthenticateCognitoAction',
  },
  resources: Object.keys(ACTIONS),
  check: (listener, { marks, profile }) => {
    const actions = listener.get(ACTIONS[listener.type] as string);
    const short = actions
      .items()
      .every((action) =>
        Claim.all(
          ['AuthenticateCognitoConfig', 'AuthenticateOidcConfig'].map((name) =>
            expires(action.get(name), profile.maximumLoginDays),
          ),
        ),
      );
    return ofStaff(short, listener, actions, marks);
  },
});

function expires(config: Field, days: number): Claim {
  return config
    .get('SessionTimeout')
    .orDefault(WEEK)
    .must(atMost(days * DAY, { ja: '秒', en: ' seconds' }))
    .onlyIf(config.must(present));
}
