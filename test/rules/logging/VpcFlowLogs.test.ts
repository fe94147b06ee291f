import { VpcFlowLogs } from '../../../lib/rules/logging/VpcFlowLogs';
import { ruleCases } from '../../helpers/rule-cases';

const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const flowLog = (ResourceId: unknown, TrafficType: unknown = 'ALL', more: object = {}) => ({
  Type: 'AWS::EC2::FlowLog',
  ...more,
  Properties: {
    ResourceType: 'VPC',
    ResourceId,
    TrafficType,
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::log-archive',
  },
});
const ref = { Ref: 'Vpc' };
const subnet = (VpcId: unknown = ref) => ({
  Type: 'AWS::EC2::Subnet',
  Properties: { VpcId, CidrBlock: '10.0.0.0/24' },
});
const ofSubnet = (id: string, TrafficType = 'ALL') => ({
  Type: 'AWS::EC2::FlowLog',
  Properties: { ResourceType: 'Subnet', ResourceId: { Ref: id }, TrafficType },
});
const conditional = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};

ruleCases(VpcFlowLogs, [
  {
    name: 'accepts a flow log of all traffic',
    expect: 'compliant',
    resources: { Vpc: vpc, Log: flowLog(ref) },
  },
  {
    name: 'follows Fn::GetAtt VpcId',
    expect: 'compliant',
    resources: { Vpc: vpc, Log: flowLog({ 'Fn::GetAtt': ['Vpc', 'VpcId'] }) },
  },
  { name: 'refuses a VPC without one', expect: 'violation', resources: { Vpc: vpc }, message: /no flow log/ },
  {
    name: 'refuses rejected packets only',
    expect: 'violation',
    resources: { Vpc: vpc, Log: flowLog(ref, 'REJECT') },
    message: /only REJECT/,
  },
  {
    name: 'accepts accepted and rejected packets in two flow logs',
    expect: 'compliant',
    resources: { Vpc: vpc, A: flowLog(ref, 'ACCEPT'), R: flowLog(ref, 'REJECT') },
  },
  {
    name: 'accepts flow logs of all subnets',
    expect: 'compliant',
    resources: { Vpc: vpc, A: subnet(), B: subnet(), LogA: ofSubnet('A'), LogB: ofSubnet('B') },
  },
  {
    name: 'refuses that a subnet is without one',
    expect: 'violation',
    resources: { Vpc: vpc, A: subnet(), B: subnet(), LogA: ofSubnet('A') },
  },
  {
    name: 'refuses that a subnet has rejected packets only',
    expect: 'violation',
    resources: { Vpc: vpc, A: subnet(), LogA: ofSubnet('A', 'REJECT') },
  },
  {
    name: 'refuses a VPC in which the flow log of a subnet may be missing',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: { Vpc: vpc, A: subnet(), LogA: { ...ofSubnet('A'), Condition: 'Production' } },
    },
  },
  {
    name: 'cannot tell whether a further subnet is one of this VPC',
    expect: 'undetermined',
    template: {
      Parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id' } },
      Resources: { Vpc: vpc, A: subnet(), B: subnet({ Ref: 'VpcId' }), LogA: ofSubnet('A') },
    },
  },
  {
    name: 'does not count the flow log of another VPC',
    expect: 'violation',
    subject: 'Vpc',
    resources: { Vpc: vpc, Other: vpc, Log: flowLog({ Ref: 'Other' }) },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: { Vpc: vpc, Log: flowLog(ref, 'ALL', { Condition: 'Production' }) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'accepts a flow log that exists whenever the VPC does',
    expect: 'compliant',
    template: {
      ...conditional,
      Resources: {
        Vpc: { ...vpc, Condition: 'Production' },
        Log: flowLog(ref, 'ALL', { Condition: 'Production' }),
      },
    },
  },
  {
    name: 'follows an export into another template',
    expect: 'compliant',
    template: [
      { Resources: { Vpc: vpc }, Outputs: { Id: { Value: ref, Export: { Name: 'vpc-id' } } } },
      { Resources: { Log: flowLog({ 'Fn::ImportValue': 'vpc-id' }) } },
    ],
  },
  {
    name: 'cannot tell whether a flow log of a parameter is one of this VPC',
    expect: 'undetermined',
    template: [
      { Resources: { Vpc: vpc } },
      { Parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id' } }, Resources: { Log: flowLog({ Ref: 'VpcId' }) } },
    ],
  },
  {
    name: 'cannot tell which traffic a parameter chooses',
    expect: 'undetermined',
    template: {
      Parameters: { Traffic: { Type: 'String', Default: 'ALL' } },
      Resources: { Vpc: vpc, Log: flowLog(ref, { Ref: 'Traffic' }) },
    },
  },
]);
