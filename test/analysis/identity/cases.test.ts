import { accuracyCases } from '../../accuracy/support';
import { ACCESS_CASES, CLOUD_ACCESS_CASES } from './cases/access';
import { ADMINISTRATOR_CASES, NAME_CASES, SESSION_CASES } from './cases/administrators';
import { CREDENTIAL_CASES } from './cases/credentials';
import { ENVIRONMENT_CASES } from './cases/environments';
import { KEY_CASES } from './cases/keys';
import { MFA_CASES } from './cases/mfa';

// Situations about what somebody can do, whatever rule tells it; half of them are such that looking for texts errs.

accuracyCases('identity: a second factor of outside administrators', MFA_CASES);
accuracyCases('identity: outside parties and privileged credentials', CREDENTIAL_CASES);
accuracyCases('identity: administrators', ADMINISTRATOR_CASES);
accuracyCases('identity: names of administrators', NAME_CASES);
accuracyCases('identity: sessions', SESSION_CASES);
accuracyCases('identity: least access', ACCESS_CASES);
accuracyCases('identity: least access in the cloud', CLOUD_ACCESS_CASES);
accuracyCases('identity: development and production', ENVIRONMENT_CASES);
accuracyCases('identity: keys', KEY_CASES);
