import { NetworkShareStaysInOrganization } from '../../../lib/rules/network/NetworkShareStaysInOrganization';
import { NoServiceNetworkAcrossZones } from '../../../lib/rules/network/NoServiceNetworkAcrossZones';
import { ResolverForwardsInside } from '../../../lib/rules/network/ResolverForwardsInside';
import { ruleCases } from '../../helpers/rule-cases';
import { make, ref, vpc } from './pieces';

const association = (of: unknown, network: unknown = ref('Net')) =>
  make('AWS::VpcLattice::ServiceNetworkVpcAssociation', {
    ServiceNetworkIdentifier: network,
    VpcIdentifier: of,
  });
const NET = make('AWS::VpcLattice::ServiceNetwork', { AuthType: 'AWS_IAM' });

ruleCases(NoServiceNetworkAcrossZones, [
  {
    name: 'accepts two VPCs of one zone',
    expect: 'compliant',
    subject: 'One',
    resources: { A: vpc(), B: vpc(), Net: NET, One: association(ref('A')), Two: association(ref('B')) },
  },
  {
    name: 'refuses a VPC of another zone in the same network',
    expect: 'violation',
    subject: 'One',
    zone: 'none',
    resources: {
      A: vpc('my-number'),
      B: vpc('internet'),
      Net: NET,
      One: association(ref('A')),
      Two: association(ref('B')),
    },
  },
  {
    name: 'accepts a network for each zone',
    expect: 'compliant',
    subject: 'One',
    zone: 'none',
    resources: {
      A: vpc('my-number'),
      B: vpc('internet'),
      Net: NET,
      Other: NET,
      One: association(ref('A')),
      Two: association(ref('B'), ref('Other')),
    },
  },
  {
    name: 'does not know a network that already exists',
    expect: 'undetermined',
    subject: 'One',
    resources: { A: vpc(), One: association(ref('A'), 'sn-0123456789abcdef0') },
  },
]);

const rule = (target: object, more: object = {}) => ({
  Rule: make('AWS::Route53Resolver::ResolverRule', { RuleType: 'FORWARD', TargetIps: [target], ...more }),
});

ruleCases(ResolverForwardsInside, [
  { name: 'accepts a private server', expect: 'compliant', resources: rule({ Ip: '10.128.0.53' }) },
  { name: 'accepts a private server of IPv6', expect: 'compliant', resources: rule({ Ipv6: 'fd00::53' }) },
  { name: 'refuses a public server', expect: 'violation', resources: rule({ Ip: '8.8.8.8', Port: '53' }) },
  {
    name: 'refuses a public server of IPv6',
    expect: 'violation',
    resources: rule({ Ipv6: '2001:4860:4860::8888' }),
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Server: { Type: 'String', Default: '10.0.0.53' } },
      Resources: rule({ Ip: ref('Server') }),
    },
  },
  {
    name: 'is not asked of a rule that forwards nothing',
    expect: 'compliant',
    resources: { Rule: make('AWS::Route53Resolver::ResolverRule', { RuleType: 'SYSTEM' }) },
  },
]);

const SUBNET = { 'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:subnet/subnet-1' };
const share = (more: object) => ({
  Share: make('AWS::RAM::ResourceShare', {
    ResourceArns: [SUBNET],
    Principals: ['444455556666'],
    ...more,
  }),
});

ruleCases(NetworkShareStaysInOrganization, [
  {
    name: 'accepts a share within the organization',
    expect: 'compliant',
    resources: share({ AllowExternalPrincipals: false }),
  },
  { name: 'reads absence as everybody', expect: 'violation', resources: share({}) },
  {
    name: 'accepts a share that names the organization',
    expect: 'compliant',
    resources: share({ Principals: ['arn:aws:organizations::1:organization/o-abc'] }),
  },
  {
    name: 'is not asked of a share of something else',
    expect: 'compliant',
    resources: share({ ResourceArns: ['arn:aws:license-manager:ap-northeast-1:1:license-configuration:x'] }),
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Open: { Type: 'String', Default: 'false' } },
      Resources: share({ AllowExternalPrincipals: ref('Open') }),
    },
  },
]);
