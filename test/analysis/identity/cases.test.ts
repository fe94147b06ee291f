import { accuracyCases } from '../../accuracy/support';
import { ACCESS_CASES, CLOUD_ACCESS_CASES } from './cases/access';
import { ADMINISTRATOR_CASES, NAME_CASES, SESSION_CASES } from './cases/administrators';
import { CREDENTIAL_CASES } from './cases/credentials';
import { CREDENTIAL_PLACE_CASES } from './cases/credentials-places';
import { ENVIRONMENT_CASES } from './cases/environments';
import { KEY_CASES } from './cases/keys';
import { MFA_CASES } from './cases/mfa';
import { MFA_PATH_CASES } from './cases/mfa-paths';
import { describeCore } from './core';

// Situations about what somebody can do, whatever rule tells it; half of them are such that looking for texts errs.

describeCore('what somebody can do', () => {
  accuracyCases('identity: a second factor of outside administrators', [...MFA_CASES, ...MFA_PATH_CASES]);
  accuracyCases('identity: outside parties and privileged credentials', [
    ...CREDENTIAL_CASES,
    ...CREDENTIAL_PLACE_CASES,
  ]);
  accuracyCases('identity: administrators', ADMINISTRATOR_CASES);
  accuracyCases('identity: names of administrators', NAME_CASES);
  accuracyCases('identity: sessions', SESSION_CASES);
  accuracyCases('identity: least access', ACCESS_CASES);
  accuracyCases('identity: least access in the cloud', CLOUD_ACCESS_CASES);
  accuracyCases('identity: development and production', ENVIRONMENT_CASES);
  accuracyCases('identity: keys', KEY_CASES);
});
