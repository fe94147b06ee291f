import { Claim, lacking } from '../model/claim';
import type { PlatformDuty, Profile } from '../policy/profile';
import type { Text } from '../text';

/**
 * A duty of the account or the deployment as a whole. What the templates lack is evidence needed where the profile
 * says that the platform fulfils the duty, and breaks the rule where it says that the app must.
 *
 * @param exists that the templates fulfil it
 * @param name what was looked for: a type of resource
 */
export function platformDuty(
  profile: Profile,
  duty: PlatformDuty,
  exists: Claim,
  name: string,
  required: Text,
): Claim {
  return profile.platformProvides.includes(duty)
    ? exists.or(
        Claim.of('needed', {
          path: name,
          actual: {
            ja: 'この検査の対象にはない（基盤が提供するもの）',
            en: 'not among what is checked (the platform provides it)',
          },
          required,
        }),
      )
    : exists.explained(name, lacking({ ja: 'なし', en: 'none' }), required);
}
