import { Claim } from '../../model/claim';
import { noneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { CONTENTS_OF_LOGS } from './contents-of-logs';

const TRACE = 'DataTraceEnabled';

export const ApiGatewayLogsHoldNoContents = defineRule({
  id: 'ApiGatewayLogsHoldNoContents',
  ...CONTENTS_OF_LOGS,
  title: {
    ja: 'API Gatewayの実行ログには、要求及び応答の内容を残さない',
    en: 'Execution logs of API Gateway leave out what requests and responses hold',
  },
  why: {
    ja: '内容を残すと、申請書に書かれた住所や個人番号がそのままログに入り、業務の権限を持たない運用担当者にも読める。',
    en: 'Otherwise the addresses and numbers that residents wrote into a form lie in the log, for everybody who operates the system to read.',
  },
  fix: {
    ja: 'MethodSettings（WebSocket APIではDefaultRouteSettings及びRouteSettings）のDataTraceEnabledをtrueとしないでください。',
    en: 'Do not set DataTraceEnabled to true in MethodSettings (of a WebSocket API: DefaultRouteSettings and RouteSettings).',
  },
  cdk: {
    ja: 'deployOptionsのdataTraceEnabledをtrueとしない',
    en: 'no dataTraceEnabled: true in deployOptions',
  },
  resources: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage'],
  check: (stage) => CHECKS[stage.type]?.(stage) ?? Claim.HOLDS,
});

const off = noneOf(true, 'true');

const CHECKS: Readonly<Record<string, (stage: Resource) => Claim>> = {
  'AWS::ApiGateway::Stage': (stage) => ofMethods(stage, 'MethodSettings'),
  // A deployment may bring a stage of its own.
  'AWS::ApiGateway::Deployment': (deployment) =>
    deployment
      .get(`StageDescription.${TRACE}`)
      .orDefault(false)
      .must(off)
      .and(ofMethods(deployment, 'StageDescription.MethodSettings')),
  'AWS::ApiGatewayV2::Stage': (stage) => {
    const routes = stage.get('RouteSettings');
    return Claim.all([
      stage.get(`DefaultRouteSettings.${TRACE}`).orDefault(false).must(off),
      ...routes.keys().map((route) => routes.child(route).get(TRACE).orDefault(false).must(off)),
    ]);
  },
};

function ofMethods(stage: Resource, path: string): Claim {
  return stage
    .get(path)
    .items()
    .every((setting) => setting.get(TRACE).orDefault(false).must(off));
}
