import * as iam from 'aws-cdk-lib/aws-iam';
import { RESERVED_ACTIONS } from '../../lib/policy/reserved-actions';

/** The denials, one statement for each thing that is protected. */
export function credentialDenials(): iam.PolicyStatement[] {
  return Object.entries(RESERVED_ACTIONS).map(
    ([sid, actions]) =>
      new iam.PolicyStatement({ sid, effect: iam.Effect.DENY, actions: [...actions], resources: ['*'] }),
  );
}
