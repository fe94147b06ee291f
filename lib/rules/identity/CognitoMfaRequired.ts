import { asked } from '../../analysis/identity/asked';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoMfaRequired = defineRule({
  id: 'CognitoMfaRequired',
  clauses: ['4(1)②(ア)', '5.4④'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のユーザープールは、多要素認証を必須とする',
    en: 'User pools of the my-number and LGWAN zones require multi-factor authentication',
  },
  why: {
    ja: 'パスワードは漏れ、使い回され、盗み見られる。それだけで入れると、職員になりすました者が住民情報の画面を開ける。',
    en: 'Passwords leak, are reused and are watched. Where one is enough, somebody posing as an employee opens the screens with resident records.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolのMfaConfigurationをONにしてください。OPTIONALは利用者が省けるため認められません。',
    en: 'Set MfaConfiguration of AWS::Cognito::UserPool to ON; with OPTIONAL users may go without.',
  },
  cdk: {
    ja: 'UserPoolのmfaをMfa.REQUIREDとする',
    en: 'mfa: Mfa.REQUIRED of UserPool',
  },
  resources: ['AWS::Cognito::UserPool'],
  check: (pool, { marks }) => {
    const configuration = pool.get('MfaConfiguration').orDefault('OFF');
    const on = configuration.must(equals('ON'));
    if (on.holds.isAlways) return on;
    // In the other zones users may be residents, of whom the policy says nothing: whose pool it is must be shown.
    const shown = configuration.states(
      'needed',
      { ja: '多要素認証を必須としていない', en: 'without required multi-factor authentication' },
      {
        ja: '職員等の認証に用いないこと、又は扱う情報の重要度に照らして不要であることの証跡',
        en: 'shown not to be for staff, or not to need it for the importance of what they reach',
      },
    );
    const isolated = marks.inZone(pool, ['my-number', 'lgwan']);
    return asked(on, isolated).and(shown.onlyIf(on.not().and(isolated.not())));
  },
});
