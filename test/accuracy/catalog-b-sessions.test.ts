import { accuracyCases, ref, res } from './support';

const client = (properties: object) =>
  res('AWS::Cognito::UserPoolClient', { UserPoolId: 'ap-northeast-1_AbCdEf123', ...properties });
const SHORT_LOGIN = { RefreshTokenValidity: 1 };
const preferences = (inputs: object) =>
  res('AWS::SSM::Document', {
    Name: 'SSM-SessionManagerRunShell',
    DocumentType: 'Session',
    Content: { schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs },
  });
const service = (properties: object) =>
  res('AWS::ECS::Service', {
    Cluster: 'shinsei',
    TaskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/shinsei:7',
    LaunchType: 'FARGATE',
    ...properties,
  });

accuracyCases('catalog b: time-outs', [
  {
    name: 'a log-in lasts thirty days where nothing is said',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Client',
    resources: { Client: client({}) },
  },
  {
    name: 'a log-in of a day, days being the unit where none is given, and tokens of an hour by default',
    clause: '7.2(4)',
    expect: 'compliant',
    on: 'Client',
    resources: { Client: client(SHORT_LOGIN) },
  },
  {
    name: 'sixty without a unit are hours',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Client',
    resources: { Client: client({ ...SHORT_LOGIN, AccessTokenValidity: 60 }) },
  },
  {
    name: 'sixty minutes, and a working day',
    clause: '7.2(4)',
    expect: 'compliant',
    on: 'Client',
    resources: {
      Client: client({
        AccessTokenValidity: 60,
        IdTokenValidity: 3600,
        RefreshTokenValidity: 8,
        TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds', RefreshToken: 'hours' },
      }),
    },
  },
  {
    name: 'the units are right for one token, and missing for the other',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Client',
    resources: {
      Client: client({
        ...SHORT_LOGIN,
        AccessTokenValidity: 15,
        IdTokenValidity: 15,
        TokenValidityUnits: { AccessToken: 'minutes' },
      }),
    },
  },
  {
    name: 'forty-eight hours are two days',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Client',
    resources: {
      Client: client({ RefreshTokenValidity: 48, TokenValidityUnits: { RefreshToken: 'hours' } }),
    },
  },
  {
    name: 'one of the units to choose from makes sixty too many',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Client',
    template: {
      Parameters: { Unit: { Type: 'String', AllowedValues: ['minutes', 'hours'] } },
      Resources: {
        Client: client({
          ...SHORT_LOGIN,
          IdTokenValidity: 60,
          TokenValidityUnits: { IdToken: ref('Unit') },
        }),
      },
    },
  },
  {
    name: 'how long a log-in lasts is decided at deployment',
    clause: '7.2(4)',
    expect: 'undetermined',
    on: 'Client',
    template: {
      Parameters: { Days: { Type: 'Number', Default: 1 } },
      Resources: { Client: client({ RefreshTokenValidity: ref('Days') }) },
    },
  },
  {
    name: 'a parameter that cannot be more than a day',
    clause: '7.2(4)',
    expect: 'compliant',
    on: 'Client',
    template: {
      Parameters: { Hours: { Type: 'Number', AllowedValues: [4, 8, 12] } },
      Resources: {
        Client: client({
          RefreshTokenValidity: ref('Hours'),
          TokenValidityUnits: { RefreshToken: 'hours' },
        }),
      },
    },
  },
  {
    name: 'Session Manager ends a session after an hour without input',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Preferences',
    resources: { Preferences: preferences({ idleSessionTimeout: '60' }) },
  },
  {
    name: 'Session Manager says nothing of input, and waits twenty minutes then',
    clause: '7.2(4)',
    expect: 'violation',
    on: 'Preferences',
    resources: { Preferences: preferences({ maxSessionDuration: '60' }) },
  },
  {
    name: 'Session Manager ends a session after fifteen minutes without input',
    clause: '7.2(4)',
    expect: 'compliant',
    on: 'Preferences',
    resources: { Preferences: preferences({ idleSessionTimeout: '15', maxSessionDuration: '60' }) },
  },
]);

accuracyCases('catalog b: shells in containers', [
  {
    name: 'nothing is said of ECS Exec, which is off then',
    clause: '9.2(5)①(オ)',
    expect: 'compliant',
    on: 'Service',
    resources: { Service: service({}) },
  },
  {
    name: 'ECS Exec is on',
    clause: '9.2(5)①(オ)',
    expect: 'violation',
    on: ['Service', 'Cluster'],
    resources: {
      Cluster: res('AWS::ECS::Cluster', {
        Configuration: { ExecuteCommandConfiguration: { Logging: 'NONE' } },
      }),
      Service: service({ Cluster: ref('Cluster'), EnableExecuteCommand: true }),
    },
  },
  {
    name: 'ECS Exec is off in quotes',
    clause: '9.2(5)①(オ)',
    expect: 'compliant',
    on: 'Service',
    resources: { Service: service({ EnableExecuteCommand: 'false' }) },
  },
  {
    // Corrected: labelled a violation at first. Whether the cluster records sessions is said where it is made.
    name: 'ECS Exec by a choice that anybody makes who deploys, in a cluster that is made elsewhere',
    clause: '9.2(5)①(オ)',
    expect: 'undetermined',
    on: 'Service',
    template: {
      Parameters: { Debug: { Type: 'String', AllowedValues: ['true', 'false'], Default: 'false' } },
      Resources: { Service: service({ EnableExecuteCommand: ref('Debug') }) },
    },
  },
  {
    name: 'ECS Exec by a choice that anybody makes who deploys, in a cluster that records nothing',
    clause: '9.2(5)①(オ)',
    expect: 'violation',
    on: 'Service',
    template: {
      Parameters: { Debug: { Type: 'String', AllowedValues: ['true', 'false'], Default: 'false' } },
      Resources: {
        Cluster: res('AWS::ECS::Cluster', {
          Configuration: { ExecuteCommandConfiguration: { Logging: 'NONE' } },
        }),
        Service: service({ Cluster: ref('Cluster'), EnableExecuteCommand: ref('Debug') }),
      },
    },
  },
  {
    name: 'ECS Exec by a parameter without a list of values',
    clause: '9.2(5)①(オ)',
    expect: 'undetermined',
    on: 'Service',
    template: {
      Parameters: { Debug: { Type: 'String', Default: 'false' } },
      Resources: { Service: service({ EnableExecuteCommand: ref('Debug') }) },
    },
  },
]);
