import { dirname, join } from 'node:path';
import { loadPolicy } from '@cloud-copilot/iam-policy';
import fc from 'fast-check';
import { evaluate, type Outcome, type Policies, type Request } from './evaluation-logic';
import { ALL, allow, asks, deny, policy } from './evaluation-rows';
import { VARIABLE } from './random-keys';
import { type Situation, situations } from './random-policies';

/**
 * The oracle against a second one that somebody else wrote, `@cloud-copilot/iam-simulate`. Its entry points check names
 * of actions and keys, or lose the name of a resource's policy and fail; so its core is asked.
 */
const DIST = dirname(require.resolve('@cloud-copilot/iam-simulate'));
const inside = <T>(path: string, name: string): T =>
  (require(join(DIST, path)) as Record<string, T>)[name] as T;
const authorize = inside<(request: object) => { result: string }>(
  'core_engine/CoreSimulatorEngine.js',
  'authorize',
);
const AwsRequest = inside<new (...parts: unknown[]) => object>('request/request.js', 'AwsRequestImpl');
const Context = inside<new (keys: object) => object>('requestContext.js', 'RequestContextImpl');
const Constraints = inside<new (keys: object) => object>(
  'context_keys/discoveryContextKeyConstraints.js',
  'DiscoveryContextKeyConstraints',
);

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Allowed: 'allow',
  ImplicitlyDenied: 'implicit-deny',
  ExplicitlyDenied: 'explicit-deny',
};
const load = (document: unknown, index = 0) => loadPolicy(document, { name: `policy ${index}` });

function simulate(
  { principal, action, resource, resourceAccount, context }: Request,
  policies: Policies,
): Outcome {
  const tags = Object.entries(principal.tags ?? {}).map(
    ([key, value]) => [`aws:PrincipalTag/${key}`, value] as const,
  );
  const keys = new Context({ ...context, ...Object.fromEntries(tags) });
  const { result } = authorize({
    request: new AwsRequest(principal.arn, { resource, accountId: resourceAccount }, action, keys),
    // It knows one session policy.
    sessionPolicy: policies.session?.map(load)[0],
    identityPolicies: policies.identity.map(load),
    serviceControlPolicies: (policies.serviceControl ?? []).map((level, index) => ({
      orgIdentifier: `ou-${index}`,
      policies: level.map(load),
    })),
    resourceControlPolicies: [],
    resourcePolicy: policies.resource && load(policies.resource),
    permissionBoundaries: policies.boundary?.map(load),
    vpcEndpointPolicies: undefined,
    simulationParameters: {
      simulationMode: 'Strict',
      discoveryContextKeyConstraints: new Constraints([]),
    },
  });
  return OUTCOMES[result] as Outcome;
}

const withKeys = (context: Request['context']) => asks({ context });
const denied = (Condition: object) => ({ identity: [...ALL, policy(deny({ Condition }))] });

/** Where the library deviates: an example, and what situations to leave out for it. */
const DEVIATIONS: readonly {
  readonly what: string;
  readonly request: Request;
  readonly policies: Policies;
  readonly concerns: (situation: Situation, written: string) => boolean;
}[] = [
  {
    // "All IP addresses" is a range like any other.
    what: 'a range of no bits takes in no address',
    request: withKeys({ 'aws:SourceIp': '203.0.113.7' }),
    policies: denied({ IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
    concerns: (_situation, written) => written.includes('0.0.0.0/0'),
  },
  {
    // "NotIpAddress: All IP addresses except the specified IP address or range"
    what: 'an address of IPv6 is not another one than a single address of IPv4',
    request: withKeys({ 'aws:SourceIp': '2001:db8::1' }),
    policies: denied({ NotIpAddress: { 'aws:SourceIp': '203.0.113.7' } }),
    concerns: (_situation, written) => written.includes('NotIpAddress') && written.includes('"203.0.113.7"'),
  },
  {
    // "... missing context keys or context keys with empty values ...: Null with a value of false"
    what: 'a key with an empty set of values is there',
    request: withKeys({ 'aws:TagKeys': [] }),
    policies: { identity: [policy(allow({ Condition: { Null: { 'aws:TagKeys': 'false' } } }))] },
    concerns: ({ request }, written) =>
      written.includes('"Null"') && Object.values(request.context).some((value) => value.length === 0),
  },
  {
    // "Inverted condition operators like StringNotEquals or StringNotLike do match against a null value"
    what: 'a negated operator does not match where a variable has no value',
    request: withKeys({ 's3:prefix': 'x' }),
    policies: denied({ StringNotEquals: { 's3:prefix': '${aws:PrincipalTag/Section}' } }),
    concerns: (_situation, written) => written.includes(`\${${VARIABLE}}`),
  },
  {
    // "IAM JSON policy elements: Version": before 2012-10-17, variables are treated as literal strings
    what: 'an old version has variables',
    request: withKeys({ 's3:prefix': 'x*' }),
    policies: {
      identity: [
        {
          Version: '2008-10-17',
          Statement: allow({ Condition: { StringLike: { 's3:prefix': 'x${*}' } } }),
        },
      ],
    },
    concerns: (_situation, written) => written.includes('${*}'),
  },
];

test.each(DEVIATIONS.map((each) => [each.what, each] as const))(
  'deviates from the documentation: %s',
  (_what, { request, policies }) => {
    expect(simulate(request, policies)).not.toBe(evaluate(request, policies));
  },
);

test('agrees with the oracle everywhere else', () => {
  fc.assert(
    fc.property(situations(0), (situation) => {
      const { request, policies } = situation;
      const written = JSON.stringify(policies);
      fc.pre(!DEVIATIONS.some(({ concerns }) => concerns(situation, written)));
      const session = policies.session?.slice(0, 1);
      const asked = { ...policies, ...(session && { session }) };
      expect(evaluate(request, asked)).toBe(simulate(request, asked));
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 500) },
  );
});
