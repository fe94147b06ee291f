import { accuracyCases, ref, res, vpc, when } from './support';

const url = (properties: object) =>
  res('AWS::Lambda::Url', {
    TargetFunctionArn: 'arn:aws:lambda:ap-northeast-1:111122223333:function:uketsuke',
    ...properties,
  });
const eks = (config: object) =>
  res('AWS::EKS::Cluster', {
    Version: '1.33',
    RoleArn: 'arn:aws:iam::111122223333:role/eks',
    ResourcesVpcConfig: { SubnetIds: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'], ...config },
  });
const rds = (properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    DBInstanceClass: 'db.t4g.medium',
    DBSubnetGroupName: 'juki',
    ManageMasterUserPassword: true,
    ...properties,
  });
const dms = (properties: object) =>
  res('AWS::DMS::ReplicationInstance', { ReplicationInstanceClass: 'dms.t3.medium', ...properties });
const redshift = (properties: object) =>
  res('AWS::Redshift::Cluster', {
    ClusterType: 'multi-node',
    NodeType: 'ra3.xlplus',
    DBName: 'tokei',
    MasterUsername: 'tokei_owner',
    ManageMasterPassword: true,
    ...properties,
  });

accuracyCases('catalog b: openings to everybody', [
  {
    name: 'a function that anybody can call',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Url',
    resources: { Url: url({ AuthType: 'NONE' }) },
  },
  {
    name: 'the address of a function is open in one of the environments',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Url',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'test'] } },
      Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
      Resources: { Url: url({ AuthType: when('Prod', 'AWS_IAM', 'NONE') }) },
    },
  },
  {
    name: 'an endpoint of Kubernetes about which nothing is said, and which is public then',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Eks',
    resources: { Eks: eks({ EndpointPrivateAccess: true }) },
  },
  {
    name: 'an endpoint of Kubernetes within the VPC only',
    clause: '7.5(1)②',
    expect: 'compliant',
    on: 'Eks',
    resources: { Eks: eks({ EndpointPrivateAccess: true, EndpointPublicAccess: 'false' }) },
  },
  {
    name: 'a public endpoint that is limited to the whole Internet',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Eks',
    zone: 'internet',
    resources: {
      Eks: eks({ EndpointPublicAccess: true, PublicAccessCidrs: ['203.0.113.0/24', '0.0.0.0/0'] }),
    },
  },
  {
    name: 'whether the endpoint is public is decided at deployment',
    clause: '7.5(1)②',
    expect: 'undetermined',
    on: 'Eks',
    template: {
      Parameters: { Public: { Type: 'String' } },
      Resources: { Eks: eks({ EndpointPublicAccess: ref('Public') }) },
    },
  },
  {
    name: 'a database with a public address',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Db',
    resources: { Db: rds({ PubliclyAccessible: 'true' }) },
  },
  {
    name: 'a database without one',
    clause: '7.5(1)②',
    expect: 'compliant',
    on: 'Db',
    resources: { Db: rds({ PubliclyAccessible: false }) },
  },
  {
    name: 'a server of DMS about which nothing is said has a public address',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Dms',
    resources: { Dms: dms({ ReplicationSubnetGroupIdentifier: 'juki' }) },
  },
  {
    name: 'a server of DMS without a public address',
    clause: '7.5(1)②',
    expect: 'compliant',
    on: 'Dms',
    resources: { Dms: dms({ PubliclyAccessible: false }) },
  },
  {
    name: 'a cluster of Redshift about which nothing is said has none',
    clause: '7.5(1)②',
    expect: 'compliant',
    on: 'Warehouse',
    resources: { Warehouse: redshift({}) },
  },
  {
    name: 'a cluster of Kafka with brokers on the Internet',
    clause: '7.5(1)②',
    expect: 'violation',
    on: 'Kafka',
    resources: {
      Kafka: res('AWS::MSK::Cluster', {
        ClusterName: 'renkei',
        KafkaVersion: '3.6.0',
        NumberOfBrokerNodes: 2,
        BrokerNodeGroupInfo: {
          InstanceType: 'kafka.m5.large',
          ClientSubnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
          ConnectivityInfo: { PublicAccess: { Type: 'SERVICE_PROVIDED_EIPS' } },
        },
      }),
    },
  },
  {
    name: 'a load balancer listens on 443, and its group lets 8080 in as well',
    clause: '7.5(1)①',
    expect: 'violation',
    on: 'Group',
    zone: 'internet',
    resources: {
      Vpc: vpc('internet'),
      Group: res('AWS::EC2::SecurityGroup', {
        GroupDescription: 'portal',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' },
          { IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, CidrIp: '0.0.0.0/0' },
        ],
      }),
      Balancer: res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: 'application',
        Scheme: 'internet-facing',
        Subnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
        SecurityGroups: [ref('Group')],
      }),
      Listener: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Balancer'),
        Port: 443,
        Protocol: 'HTTPS',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      }),
    },
  },
  {
    name: 'the ports of the group are those of the two listeners',
    clause: '7.5(1)①',
    expect: 'compliant',
    on: 'Group',
    zone: 'internet',
    resources: {
      Vpc: vpc('internet'),
      Group: res('AWS::EC2::SecurityGroup', {
        GroupDescription: 'portal',
        VpcId: ref('Vpc'),
        SecurityGroupIngress: [
          { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' },
          { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' },
        ],
      }),
      Balancer: res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
        Type: 'application',
        Scheme: 'internet-facing',
        Subnets: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
        SecurityGroups: [ref('Group')],
      }),
      Https: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Balancer'),
        Port: '443',
        Protocol: 'HTTPS',
        DefaultActions: [{ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }],
      }),
      Http: res('AWS::ElasticLoadBalancingV2::Listener', {
        LoadBalancerArn: ref('Balancer'),
        Port: 80,
        Protocol: 'HTTP',
        DefaultActions: [
          {
            Type: 'redirect',
            RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
          },
        ],
      }),
    },
  },
]);
