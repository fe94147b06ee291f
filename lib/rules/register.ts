import { Claim } from '../model/claim';
import type { Text } from '../text';
import type { DeploymentRule, RegisterTopic } from './define';

/** The check of a rule that tells what the register of exceptions says of itself. */
export function registerDuty(
  topic: RegisterTopic,
  required: Text,
): Pick<DeploymentRule, 'isAboutExceptions' | 'checkDeployment'> {
  return {
    isAboutExceptions: true,
    checkDeployment: ({ register }) =>
      (register?.notes(topic) ?? []).map(({ application, file, line, said }) => ({
        file,
        ...(line === undefined ? {} : { line }),
        claim: Claim.of('breaks', { path: application, actual: said, required, sentence: said }),
      })),
  };
}
