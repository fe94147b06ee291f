/** Pieces of templates that the tests of this folder share. */
type Body = Readonly<Record<string, unknown>>;

const tags = (zone?: string) => (zone === undefined ? {} : { Tags: [{ Key: 'jichitai:zone', Value: zone }] });

export const ref = (name: string) => ({ Ref: name });
export const att = (name: string, attribute: string) => ({ 'Fn::GetAtt': [name, attribute] });
export const either = (condition: string, yes: unknown, no: unknown) => ({ 'Fn::If': [condition, yes, no] });
export const NO_VALUE = { Ref: 'AWS::NoValue' };

export const make = (Type: string, Properties: Body = {}, more: Body = {}) => ({ Type, Properties, ...more });
export const vpc = (zone?: string, CidrBlock = '10.0.0.0/16') =>
  make('AWS::EC2::VPC', { CidrBlock, ...tags(zone) });
export const subnet = (Vpc: unknown = ref('Vpc'), more: Body = {}) =>
  make('AWS::EC2::Subnet', { VpcId: Vpc, CidrBlock: '10.0.0.0/24', ...more });
export const table = (Vpc: unknown = ref('Vpc')) => make('AWS::EC2::RouteTable', { VpcId: Vpc });
export const route = (more: Body, destination = '0.0.0.0/0') =>
  make('AWS::EC2::Route', { RouteTableId: ref('Table'), DestinationCidrBlock: destination, ...more });
export const association = (name = 'Subnet') =>
  make('AWS::EC2::SubnetRouteTableAssociation', { SubnetId: ref(name), RouteTableId: ref('Table') });
export const gateway = make('AWS::EC2::InternetGateway');
export const tagged = tags;

/** A parameter that chooses, and the condition that it is production. */
export const ENV = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};

/** Facts of a profile, with those left out that the test does not need. */
export const facts = (more: {
  zoneOf?: Readonly<Record<string, 'my-number' | 'lgwan' | 'internet' | 'management'>>;
  prefixLists?: Readonly<Record<string, readonly string[]>>;
}) => ({
  facts: {
    customerManagedKeys: [],
    zoneOf: {},
    prefixLists: {},
    outsideAccounts: [],
    developmentAccounts: [],
    ...more,
  },
});
