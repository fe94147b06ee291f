import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const CognitoThreatProtection = defineRule({
  id: 'CognitoThreatProtection',
  clauses: ['7.5(7)', '8.1①', '7.2(4)'],
  // The clauses ask that attacks are detected early, and do not name this measure.
  duty: 'should',
  title: {
    ja: 'Cognitoユーザープールは、不審なログインを検知する（脅威保護）',
    en: 'Cognito user pools detect suspicious log-ins (threat protection)',
  },
  why: {
    ja: '漏れたパスワードによるログインは、正規の利用者と見分けが付かないまま通る。',
    en: 'A log-in with a leaked password passes for that of the rightful user.',
  },
  fix: {
    ja: 'UserPoolAddOnsのAdvancedSecurityModeをENFORCED（少なくともAUDIT）としてください。UserPoolTierはPLUSとします。',
    en: 'Set AdvancedSecurityMode in UserPoolAddOns to ENFORCED, AUDIT at least, with UserPoolTier PLUS.',
  },
  cdk: {
    ja: 'UserPoolのstandardThreatProtectionModeをStandardThreatProtectionMode.FULL_FUNCTIONとする',
    en: 'standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION of UserPool',
  },
  resources: ['AWS::Cognito::UserPool'],
  check: (pool) =>
    pool.get('UserPoolAddOns.AdvancedSecurityMode').orDefault('OFF').must(oneOf('ENFORCED', 'AUDIT')),
});
