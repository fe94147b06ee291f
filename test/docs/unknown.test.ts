import { readTables } from '../../scripts/docs/tables';
import { veiledCases } from './unknown';

/** Cases of each verdict that are tried for each rule. */
const MOST_CASES = 40;

/** Rules that judge by what is written, and why what is not known is no question to them there. */
const BY_WHAT_IS_WRITTEN: Readonly<Record<string, string>> = {
  NoPlainSecretInEnvironment: 'a value that comes from elsewhere does not stand in the template',
  SsmParameterHoldsNoSecret: 'a value that comes from elsewhere does not stand in the template',
  // Resources find each other, and the profile finds them, by names that are written in both places.
  AdministratorPoliciesAllowlisted: 'a role whose name is not known is not the one that the profile names',
  AlarmHasAction: 'an alarm whose name is not known is not the one that another alarm names',
  ApiGatewayLimitsRate: 'a stage whose name is not known is not the one that a usage plan names',
  BackupVaultLocked: 'a vault whose name is not known is not the one that a plan names',
  S3BucketTlsOnly: 'a bucket whose name is not known is not the one that a policy names',
  VendorCannotChangePrivilegedCredentials:
    'a role whose name is not known is not the one that a policy names',
  SecretIsRotated: 'the name is all there is to tell what it is for',
  ExternalConnectionIsApproved: 'a tag whose key is not known is not the one that is asked for',
  ZonesAreApart: 'what may be is told by the rule about the connection itself, here about the route',
  IsolatedZoneHasNoInternetGateway:
    'the zone that the caller gives fills in for a VPC of which nothing is known',
};

const veiled = [...readTables(require).values()].flatMap((tested) => [...veiledCases(tested, MOST_CASES)]);
const wrong = veiled.filter(({ verdict, item }) =>
  item.expect === 'violation' ? ['compliant', 'not-applicable'].includes(verdict) : verdict === 'violation',
);

test('a value that is not known before deployment neither hides a violation nor makes one', () => {
  const told = wrong.filter(({ id }) => !Object.hasOwn(BY_WHAT_IS_WRITTEN, id));
  expect(
    told.map(({ id, path, verdict, item }) => `${id} ${path}: ${item.expect} -> ${verdict} (${item.name})`),
  ).toEqual([]);
  expect(veiled.length).toBeGreaterThan(4_000);
});

test('the exceptions are still needed', () => {
  const needed = new Set(wrong.map(({ id }) => id));
  expect(Object.keys(BY_WHAT_IS_WRITTEN).filter((id) => !needed.has(id))).toEqual([]);
});
