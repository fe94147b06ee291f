import { asAlternative } from '../../analysis/evidence';
import { isFalse, matching, noneOf } from '../../model/requirement';
import { defineRule } from '../define';

const DISABLED = matching(/^\s*off\b/i, { ja: '無効', en: 'disabled' });

export const ElastiCacheUserNeedsPassword = defineRule({
  id: 'ElastiCacheUserNeedsPassword',
  clauses: ['7.2(1)①', '6.4(3)③'],
  title: {
    ja: 'ElastiCacheの利用者は、パスワード又はIAMにより認証する',
    en: 'Users of ElastiCache log in by a password or by IAM',
  },
  why: {
    ja: 'パスワードの不要な利用者がいれば、その名前を知る者は誰でも入れる。',
    en: 'A user without a password lets in everybody who knows the name.',
  },
  fix: {
    ja: 'NoPasswordRequiredをfalseとし、AuthenticationMode.Typeをpassword又はiamとしてください。無効にする既定の利用者は、AccessStringをoffで始めてください。',
    en: 'Set NoPasswordRequired to false and AuthenticationMode.Type to password or iam. Begin AccessString of a default user that is to be disabled with off.',
  },
  cdk: {
    ja: "CfnUserのauthenticationModeを{ Type: 'iam' }とする",
    en: "authenticationMode: { Type: 'iam' } of CfnUser",
  },
  resources: ['AWS::ElastiCache::User'],
  check: (user) =>
    user
      .get('NoPasswordRequired')
      .orDefault(false)
      .must(isFalse)
      .and(
        user
          .get('AuthenticationMode.Type')
          .orDefault('password')
          .must(noneOf('no-password-required', 'no-password')),
      )
      // Such a user exists to replace the default one, which must be named in every group.
      .or(asAlternative(user.get('AccessString').must(DISABLED))),
});
