import { documentAt } from '../../analysis/identity/statements';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';

export const EMR = 'AWS::EMR::SecurityConfiguration';
export const EMR_ON_EKS = 'AWS::EMRContainers::SecurityConfiguration';

/** What a security configuration of EMR says about encryption: an object, or JSON that is written as text. */
export function emrEncryption(configuration: Resource): Field {
  return configuration.type === EMR
    ? documentAt(configuration.get('SecurityConfiguration'), configuration).get('EncryptionConfiguration')
    : configuration.get('SecurityConfigurationData.EncryptionConfiguration');
}
