import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoWatchesLogins = defineRule({
  id: 'CognitoWatchesLogins',
  clauses: ['7.2(4)'],
  title: {
    ja: 'ユーザープールは、不審なログインの試行を検知して止める',
    en: 'User pools notice and stop suspicious attempts to log in',
  },
  why: {
    ja: '漏えいしたパスワードの使回しは、試行回数の制限だけでは止められない。',
    en: 'A limit on attempts does not stop somebody who has the right password from a leak elsewhere.',
  },
  fix: {
    ja: 'AWS::Cognito::UserPoolのUserPoolAddOns.AdvancedSecurityModeをENFORCEDとし、UserPoolTierをPLUSとしてください。',
    en: 'Set UserPoolAddOns.AdvancedSecurityMode of the AWS::Cognito::UserPool to ENFORCED, and UserPoolTier to PLUS.',
  },
  cdk: {
    ja: 'UserPoolのstandardThreatProtectionModeをStandardThreatProtectionMode.FULL_FUNCTIONとする',
    en: 'standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION of UserPool',
  },
  // Cognito limits attempts by itself; this goes beyond the clause's wording.
  duty: 'should',
  resources: ['AWS::Cognito::UserPool'],
  check: (pool) => pool.get('UserPoolAddOns.AdvancedSecurityMode').orDefault('OFF').must(equals('ENFORCED')),
});
