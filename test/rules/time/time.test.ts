import { DhcpTimeSource } from '../../../lib/rules/time/DhcpTimeSource';
import { VpcDhcpUsesTimeSync } from '../../../lib/rules/time/VpcDhcpUsesTimeSync';
import { ruleCases } from '../../helpers/rule-cases';

const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const options = (NtpServers?: unknown) => ({
  Type: 'AWS::EC2::DHCPOptions',
  Properties: {
    DomainNameServers: ['AmazonProvidedDNS'],
    ...(NtpServers === undefined ? {} : { NtpServers }),
  },
});
const association = (DhcpOptionsId: unknown = { Ref: 'Options' }, VpcId: unknown = { Ref: 'Vpc' }) => ({
  Type: 'AWS::EC2::VPCDHCPOptionsAssociation',
  Properties: { DhcpOptionsId, VpcId },
});
const free = { Parameters: { P: { Type: 'String', Default: '169.254.169.123' } } };
const p = { Ref: 'P' };
const conditional = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};

ruleCases(DhcpTimeSource, [
  {
    name: 'accepts the Amazon Time Sync Service',
    expect: 'compliant',
    resources: { O: options(['169.254.169.123']) },
  },
  {
    name: 'accepts its IPv6 address, in any case',
    expect: 'compliant',
    resources: { O: options(['FD00:EC2::123']) },
  },
  {
    name: 'accepts a single value in the place of a list',
    expect: 'compliant',
    resources: { O: options('169.254.169.123') },
  },
  { name: 'leaves options without a source to the VPC', expect: 'compliant', resources: { O: options() } },
  {
    name: 'refuses a public server',
    expect: 'violation',
    resources: { O: options(['210.173.160.27']) },
    property: 'NtpServers[0]',
  },
  {
    name: 'refuses a public server beside',
    expect: 'violation',
    resources: { O: options(['169.254.169.123', '133.243.238.163']) },
    property: 'NtpServers[1]',
  },
  {
    name: 'refuses one that is written into the same string',
    expect: 'violation',
    resources: { O: options(['169.254.169.123,133.243.238.163']) },
  },
  {
    name: 'is asked in every zone',
    expect: 'violation',
    zone: 'internet',
    resources: { O: options(['pool.ntp.org']) },
  },
  {
    name: 'takes the sources of the profile',
    expect: 'compliant',
    profile: { allowedTimeSources: ['10.9.9.9'] },
    resources: { O: options(['10.9.9.9']) },
  },
  {
    name: 'does not trust the default of a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { O: options([p]) } },
  },
  {
    name: 'cannot tell a list parameter',
    expect: 'undetermined',
    template: { Parameters: { P: { Type: 'CommaDelimitedList' } }, Resources: { O: options(p) } },
  },
  {
    name: 'names the condition under which it is public',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: { O: options([{ 'Fn::If': ['Production', '169.254.169.123', 'ntp.nict.jp'] }]) },
    },
    message: /when Env is "test"/,
  },
]);

ruleCases(VpcDhcpUsesTimeSync, [
  {
    name: 'accepts options with a source',
    expect: 'compliant',
    resources: { Vpc: vpc, Options: options(['169.254.169.123']), A: association() },
  },
  { name: 'refuses a my-number VPC without options', expect: 'violation', resources: { Vpc: vpc } },
  {
    name: 'refuses an LGWAN VPC without options',
    expect: 'violation',
    zone: 'lgwan',
    resources: { Vpc: vpc },
  },
  {
    name: 'refuses options that are not associated',
    expect: 'violation',
    resources: { Vpc: vpc, Options: options(['169.254.169.123']) },
  },
  {
    name: 'refuses options without a source',
    expect: 'violation',
    resources: { Vpc: vpc, Options: options(), A: association() },
  },
  {
    name: 'refuses an empty list',
    expect: 'violation',
    resources: { Vpc: vpc, Options: options([]), A: association() },
  },
  {
    name: 'refuses the default options',
    expect: 'violation',
    resources: { Vpc: vpc, A: association('default') },
  },
  {
    name: 'asks for evidence in the Internet zone, where images find a source',
    expect: 'evidence',
    zone: 'internet',
    resources: { Vpc: vpc },
  },
  {
    name: 'cannot tell whether a VPC of no zone needs one',
    expect: 'undetermined',
    zone: 'none',
    resources: { Vpc: vpc },
    message: /jichitai:zone/,
  },
  {
    name: 'cannot tell what existing options say',
    expect: 'undetermined',
    resources: { Vpc: vpc, A: association('dopt-0123456789abcdef0') },
  },
  {
    name: 'cannot tell which VPC an association of a parameter is for',
    expect: 'undetermined',
    template: {
      ...free,
      Resources: { Vpc: vpc, Options: options(['169.254.169.123']), A: association({ Ref: 'Options' }, p) },
    },
  },
  {
    name: 'names the condition under which there are none',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: {
        Vpc: vpc,
        Options: options(['169.254.169.123']),
        A: { ...association(), Condition: 'Production' },
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'follows exports across templates',
    expect: 'compliant',
    template: [
      { Resources: { Vpc: vpc }, Outputs: { V: { Value: { Ref: 'Vpc' }, Export: { Name: 'vpc' } } } },
      {
        Resources: {
          Options: options(['169.254.169.123']),
          A: association({ Ref: 'Options' }, { 'Fn::ImportValue': 'vpc' }),
        },
      },
    ],
  },
]);
