import { ApiGatewayLogsHoldNoContents } from '../../../lib/rules/logging/ApiGatewayLogsHoldNoContents';
import { StateMachineLogsHoldNoData } from '../../../lib/rules/logging/StateMachineLogsHoldNoData';
import { either, propertyCases } from '../../helpers/property-cases';

const p = { Ref: 'P' };

const stage = (...traced: unknown[]) => ({
  RestApiId: 'a1b2c3d4e5',
  StageName: 'v1',
  MethodSettings: traced.map((DataTraceEnabled, index) => ({
    HttpMethod: index === 0 ? '*' : 'POST',
    ResourcePath: index === 0 ? '/*' : '/applications',
    LoggingLevel: 'INFO',
    ...(DataTraceEnabled === undefined ? {} : { DataTraceEnabled }),
  })),
});
const ofWebSocket = (settings: unknown) => ({ Type: 'AWS::ApiGatewayV2::Stage', Properties: settings });
const ofDeployment = (StageDescription: unknown) => ({
  Type: 'AWS::ApiGateway::Deployment',
  Properties: { RestApiId: 'a1b2c3d4e5', StageName: 'v1', StageDescription },
});
propertyCases(ApiGatewayLogsHoldNoContents, {
  type: 'AWS::ApiGateway::Stage',
  good: [stage(false), stage(undefined), { RestApiId: 'a1b2c3d4e5' }],
  // One method is enough.
  bad: [stage(true), stage('true'), stage(false, true)],
  open: [stage(p), { ...stage(), MethodSettings: p }],
  either: stage(either(false, true)),
  property: 'MethodSettings[0].DataTraceEnabled',
  more: [
    {
      name: 'reads the stage that a deployment brings',
      expect: 'violation',
      resources: { Deployment: ofDeployment({ DataTraceEnabled: true }) },
    },
    {
      name: 'reads the methods of such a stage',
      expect: 'violation',
      resources: { Deployment: ofDeployment({ MethodSettings: [{ DataTraceEnabled: true }] }) },
    },
    {
      name: 'accepts a deployment that says nothing',
      expect: 'compliant',
      resources: { Deployment: ofDeployment({ LoggingLevel: 'INFO' }) },
    },
    {
      name: 'reads the default of a WebSocket API',
      expect: 'violation',
      resources: { Stage: ofWebSocket({ DefaultRouteSettings: { DataTraceEnabled: true } }) },
    },
    {
      name: 'reads its routes',
      expect: 'violation',
      resources: { Stage: ofWebSocket({ RouteSettings: { $connect: { DataTraceEnabled: true } } }) },
    },
    {
      name: 'accepts one without',
      expect: 'compliant',
      resources: { Stage: ofWebSocket({ RouteSettings: { $connect: { LoggingLevel: 'INFO' } } }) },
    },
  ],
});

const machine = (IncludeExecutionData: unknown, Level: unknown = 'ALL') => ({
  LoggingConfiguration: { Level, ...(IncludeExecutionData === undefined ? {} : { IncludeExecutionData }) },
});
propertyCases(StateMachineLogsHoldNoData, {
  type: 'AWS::StepFunctions::StateMachine',
  // Off by default in CloudFormation, and of no effect without a log.
  good: [machine(false), machine(undefined), machine(true, 'OFF'), { RoleArn: 'arn' }],
  bad: [machine(true), machine('true', 'ERROR')],
  open: [machine(p), machine(true, p)],
  either: machine(either(false, true)),
  property: 'LoggingConfiguration.IncludeExecutionData',
});
