import { Duration, type Stack, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { credentialDenials } from '../constructs/identity/credential-guard';

/**
 * Roles of vendors with a single guard each. `VendorAdministratorRole` has every guard twice, so that a mutant of one of
 * them changes nothing: here each stands alone, and what a mutant takes away is gone.
 */
export type OnlyGuard = 'policy' | 'boundary';

/** A role that is allowed just what its guard denies. */
export function guardedRole(stack: Stack, guard: OnlyGuard): void {
  const denied = credentialDenials().flatMap(({ actions }) => actions);
  const work = () => new iam.PolicyStatement({ actions: denied, resources: ['*'] });
  const role = new iam.Role(stack, 'Vendor', {
    assumedBy: new iam.PrincipalWithConditions(new iam.AccountPrincipal('444455556666'), {
      ...(guard === 'policy'
        ? { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }
        : { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }),
    }),
    maxSessionDuration: Duration.hours(1),
    inlinePolicies: {
      Work: new iam.PolicyDocument({
        statements: [work(), ...(guard === 'policy' ? credentialDenials() : [])],
      }),
    },
    ...(guard === 'boundary'
      ? {
          permissionsBoundary: new iam.ManagedPolicy(stack, 'Boundary', {
            statements: [work(), ...credentialDenials()],
          }),
        }
      : {}),
  });
  Tags.of(role).add('jichitai:party', 'vendor');
}
