import { EndpointNamesSources } from '../../../lib/rules/network/EndpointNamesSources';
import { EndpointPolicyLimitsRequests } from '../../../lib/rules/network/EndpointPolicyLimitsRequests';
import { EndpointReachesOwnResources } from '../../../lib/rules/network/EndpointReachesOwnResources';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, NO_VALUE, ref } from './pieces';

const OWN = ref('AWS::AccountId');
const OURS = { 'aws:PrincipalAccount': OWN, 'aws:ResourceAccount': OWN };
const S3 = { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.s3' };

const statement = (more: Record<string, unknown> = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: '*',
  ...more,
});
const equal = (keys: Record<string, unknown>, operator = 'StringEquals') => ({
  Condition: { [operator]: keys },
});
const document = (...Statement: readonly unknown[]) => ({ Statement });
const endpoint = (PolicyDocument?: unknown, more: Record<string, unknown> = {}) => ({
  Endpoint: make('AWS::EC2::VPCEndpoint', {
    VpcId: 'vpc-1',
    ServiceName: S3,
    ...(PolicyDocument === undefined ? {} : { PolicyDocument }),
    ...more,
  }),
});

ruleCases(EndpointPolicyLimitsRequests, [
  {
    name: 'accepts a policy for the city alone',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: endpoint(document(statement(equal(OURS)))),
  },
  {
    name: 'reads absence as a policy that lets everything pass',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: endpoint(),
  },
  {
    name: 'refuses everything that is written, in the management zone as well',
    expect: 'violation',
    zone: 'management',
    resources: endpoint(document(statement({ Action: 's3:*', Resource: 'arn:aws:s3:::*' }))),
  },
  {
    name: 'knows that a condition which takes every value limits nothing',
    expect: 'violation',
    zone: 'internet',
    resources: endpoint(document(statement(equal({ 'aws:PrincipalAccount': '*' }, 'StringLike')))),
  },
  {
    name: 'accepts a statement that denies what is not the city’s',
    expect: 'compliant',
    zone: 'internet',
    resources: endpoint(
      document(
        statement(),
        statement({ Effect: 'Deny', ...equal({ 'aws:ResourceAccount': OWN }, 'StringNotEquals') }),
      ),
    ),
  },
  {
    name: 'names the choice under which there is no policy',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: endpoint(either('Production', document(statement(equal(OURS))), NO_VALUE)),
    },
  },
  {
    name: 'does not know a policy that is a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Action: { Type: 'String' } },
      Resources: endpoint(document(statement({ Action: ref('Action') }))),
    },
  },
  {
    name: 'is not asked in the closed zones, where another rule blocks',
    expect: 'not-applicable',
    zone: 'my-number',
    resources: endpoint(),
  },
]);

ruleCases(EndpointReachesOwnResources, [
  {
    name: 'accepts whose the resource is',
    expect: 'compliant',
    example: true,
    resources: endpoint(document(statement(equal({ 'aws:ResourceAccount': OWN })))),
  },
  {
    name: 'refuses a limit of the caller alone: the city’s own roles can write to anybody’s bucket',
    expect: 'violation',
    example: true,
    property: /^PolicyDocument\.Statement/,
    resources: endpoint(document(statement(equal({ 'aws:PrincipalAccount': OWN })))),
  },
  {
    name: 'accepts buckets that are named',
    expect: 'compliant',
    resources: endpoint(document(statement({ Resource: 'arn:aws:s3:::city-records/*' }))),
  },
  {
    name: 'accepts an organization',
    expect: 'compliant',
    resources: endpoint(document(statement(equal({ 'aws:ResourceOrgID': 'o-city' })))),
  },
  {
    name: 'sees the statement beside the narrow one',
    expect: 'violation',
    property: 'PolicyDocument.Statement[1]',
    resources: endpoint(
      document(
        statement(equal(OURS)),
        statement({ Action: 's3:GetObject', ...equal({ 'aws:PrincipalOrgID': 'o-city' }) }),
      ),
    ),
  },
  {
    name: 'accepts a statement that denies what is not the city’s',
    expect: 'compliant',
    resources: endpoint(
      document(
        statement(equal({ 'aws:PrincipalAccount': OWN })),
        statement({ Effect: 'Deny', ...equal({ 'aws:ResourceAccount': OWN }, 'StringNotEquals') }),
      ),
    ),
  },
  {
    name: 'leaves to the other rules a policy that limits nothing, so that it is told once',
    expect: 'compliant',
    resources: endpoint(document(statement())),
  },
  {
    name: 'asks it of the endpoint of APIs: those of other accounts take in data as well',
    expect: 'violation',
    resources: endpoint(
      document(statement({ Action: 'execute-api:*', ...equal({ 'aws:PrincipalAccount': OWN }) })),
      {
        VpcEndpointType: 'Interface',
        ServiceName: 'com.amazonaws.ap-northeast-1.execute-api',
      },
    ),
  },
  {
    name: 'cannot tell of a service that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Service: { Type: 'String' } },
      Resources: endpoint(document(statement(equal({ 'aws:PrincipalAccount': OWN }))), {
        VpcEndpointType: 'Interface',
        ServiceName: { Ref: 'Service' },
      }),
    },
  },
  {
    name: 'does not ask of a service to which no data can be sent',
    expect: 'compliant',
    resources: endpoint(document(statement(equal({ 'aws:PrincipalAccount': OWN }))), {
      ServiceName: { 'Fn::Sub': 'com.amazonaws.${AWS::Region}.ssmmessages' },
    }),
  },
  {
    name: 'names the choice under which the resource may be anybody’s',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: endpoint(
        document(
          statement({
            Condition: {
              StringEquals: {
                'aws:PrincipalAccount': OWN,
                'aws:ResourceAccount': either('Production', OWN, NO_VALUE),
              },
            },
          }),
        ),
      ),
    },
  },
  {
    name: 'does not know resources that are a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Resource: { Type: 'String' } },
      Resources: endpoint(
        document(statement({ Resource: ref('Resource'), ...equal({ 'aws:PrincipalAccount': OWN }) })),
      ),
    },
  },
]);

const entrance = (ingress: unknown, others: Record<string, unknown> = {}) => ({
  Endpoint: make('AWS::EC2::VPCEndpoint', {
    VpcId: 'vpc-1',
    VpcEndpointType: 'Interface',
    ServiceName: 'com.amazonaws.ap-northeast-1.kms',
    SecurityGroupIds: [{ 'Fn::GetAtt': ['Group', 'GroupId'] }],
  }),
  Group: make('AWS::EC2::SecurityGroup', {
    GroupDescription: 'endpoints',
    VpcId: 'vpc-1',
    ...(ingress === undefined ? {} : { SecurityGroupIngress: [ingress] }),
  }),
  ...others,
});
const https = { IpProtocol: 'tcp', FromPort: 443, ToPort: 443 };

ruleCases(EndpointNamesSources, [
  {
    name: 'accepts the range of the VPC',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: entrance({ ...https, CidrIp: '10.0.0.0/16' }),
  },
  {
    name: 'accepts a group',
    expect: 'compliant',
    zone: 'management',
    resources: entrance({ ...https, SourceSecurityGroupId: 'sg-1' }),
  },
  {
    name: 'warns of every address',
    expect: 'violation',
    zone: 'internet',
    example: true,
    property: 'SecurityGroupIds',
    message: /Group, which lets in every address/,
    resources: entrance({ ...https, CidrIp: '0.0.0.0/0' }),
  },
  {
    name: 'sees a rule that stands by itself',
    expect: 'violation',
    zone: 'internet',
    resources: entrance(undefined, {
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
        ...https,
        CidrIpv6: '::/0',
      }),
    }),
  },
  {
    name: 'does not ask it of a gateway, which has no group',
    expect: 'compliant',
    zone: 'internet',
    resources: endpoint(document(statement(equal(OURS)))),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: entrance({ ...https, CidrIp: either('Production', '10.0.0.0/16', '0.0.0.0/0') }),
    },
  },
  {
    name: 'does not know addresses that are a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Cidr: { Type: 'String' } },
      Resources: entrance({ ...https, CidrIp: ref('Cidr') }),
    },
  },
  {
    name: 'is not asked in the closed zones, where another rule blocks',
    expect: 'not-applicable',
    resources: entrance({ ...https, CidrIp: '0.0.0.0/0' }),
  },
]);
