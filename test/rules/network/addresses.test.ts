import { IsolatedZoneHasNoPublicAddress } from '../../../lib/rules/network/IsolatedZoneHasNoPublicAddress';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, NO_VALUE, ref, subnet, vpc } from './pieces';

const only = (Type: string, properties: Record<string, unknown> = {}) => ({ Thing: make(Type, properties) });

ruleCases(IsolatedZoneHasNoPublicAddress, [
  { name: 'refuses an elastic IP', expect: 'violation', resources: only('AWS::EC2::EIP', { Domain: 'vpc' }) },
  {
    name: 'refuses to associate one',
    expect: 'violation',
    zone: 'none',
    subject: 'Association',
    resources: {
      Vpc: vpc('my-number'),
      Subnet: subnet(),
      Instance: make('AWS::EC2::Instance', { SubnetId: ref('Subnet') }),
      Association: make('AWS::EC2::EIPAssociation', {
        InstanceId: ref('Instance'),
        AllocationId: 'eipalloc-1',
      }),
    },
  },
  {
    name: 'refuses a fleet of AppStream with a way to the Internet of its own',
    expect: 'violation',
    resources: only('AWS::AppStream::Fleet', { Name: 'office', EnableDefaultInternetAccess: true }),
  },
  {
    name: 'accepts a fleet of AppStream without one, as it is by default',
    expect: 'compliant',
    resources: only('AWS::AppStream::Fleet', { Name: 'office' }),
  },
  {
    name: 'accepts an instance that leaves it to its subnet',
    expect: 'compliant',
    resources: only('AWS::EC2::Instance', { SubnetId: 'subnet-1' }),
  },
  {
    name: 'refuses an instance that asks for one',
    expect: 'violation',
    resources: only('AWS::EC2::Instance', {
      NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: 'true' }],
    }),
  },
  {
    name: 'refuses a launch template that asks for one',
    expect: 'violation',
    resources: only('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { NetworkInterfaces: [{ AssociatePublicIpAddress: true }] },
    }),
  },
  {
    name: 'does not know a list of interfaces that is a macro',
    expect: 'undetermined',
    resources: only('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { NetworkInterfaces: { 'Fn::Transform': { Name: 'Interfaces' } } },
    }),
  },
  {
    name: 'refuses a public address for tasks of a pipe',
    expect: 'violation',
    resources: only('AWS::Pipes::Pipe', {
      TargetParameters: {
        EcsTaskParameters: { NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'ENABLED' } } },
      },
    }),
  },
  {
    name: 'refuses a public address for jobs',
    expect: 'violation',
    resources: only('AWS::Batch::JobDefinition', {
      ContainerProperties: { NetworkConfiguration: { AssignPublicIp: 'ENABLED' } },
    }),
  },
  {
    name: 'accepts jobs that say nothing',
    expect: 'compliant',
    resources: only('AWS::Batch::JobDefinition', { ContainerProperties: {} }),
  },
  {
    name: 'refuses servers in replication with public addresses',
    expect: 'violation',
    resources: only('AWS::DRS::ReplicationConfigurationTemplate', { CreatePublicIP: true }),
  },
  {
    name: 'refuses spot servers with public addresses',
    expect: 'violation',
    resources: only('AWS::EC2::SpotFleet', {
      SpotFleetRequestConfigData: {
        LaunchSpecifications: [{ NetworkInterfaces: [{ AssociatePublicIpAddress: true }] }],
      },
    }),
  },
  {
    name: 'refuses a public database',
    expect: 'violation',
    resources: only('AWS::RDS::DBInstance', { PubliclyAccessible: true }),
  },
  {
    name: 'accepts a database in a subnet group: private unless it says otherwise',
    expect: 'compliant',
    resources: only('AWS::RDS::DBInstance', { DBSubnetGroupName: ref('Group') }),
  },
  {
    name: 'accepts an instance of a cluster',
    expect: 'compliant',
    resources: only('AWS::RDS::DBInstance', { DBClusterIdentifier: 'cluster' }),
  },
  {
    name: 'does not know a database without a subnet group: the default VPC decides',
    expect: 'undetermined',
    resources: only('AWS::RDS::DBInstance'),
  },
  {
    name: 'reads absence at DMS as public',
    expect: 'violation',
    resources: only('AWS::DMS::ReplicationInstance'),
  },
  {
    name: 'reads absence at Redshift as private',
    expect: 'compliant',
    resources: only('AWS::Redshift::Cluster'),
  },
  {
    name: 'refuses tasks with public addresses',
    expect: 'violation',
    resources: only('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], AssignPublicIp: 'ENABLED' } },
    }),
  },
  {
    name: 'reads absence at a service as DISABLED',
    expect: 'compliant',
    resources: only('AWS::ECS::Service', {
      NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'] } },
    }),
  },
  {
    name: 'names the condition',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: only('AWS::RDS::DBInstance', {
        DBSubnetGroupName: 'group',
        PubliclyAccessible: either('Production', NO_VALUE, true),
      }),
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Open: { Type: 'String', Default: 'false' } },
      Resources: only('AWS::Redshift::Cluster', { PubliclyAccessible: ref('Open') }),
    },
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: only('AWS::EC2::EIP'),
  },
]);
