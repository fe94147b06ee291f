import { present } from '../../model/requirement';
import { defineRule } from '../define';

/** Where a stage says where its access log goes. */
const DESTINATION: Readonly<Record<string, string>> = {
  'AWS::ApiGateway::Stage': 'AccessLogSetting.DestinationArn',
  'AWS::ApiGatewayV2::Stage': 'AccessLogSettings.DestinationArn',
  'AWS::ApiGateway::Deployment': 'StageDescription.AccessLogSetting.DestinationArn',
};

export const ApiGatewayAccessLogs = defineRule({
  id: 'ApiGatewayAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'API Gatewayのステージは、アクセスログを取得する',
    en: 'Stages of API Gateway keep an access log',
  },
  why: {
    ja: 'APIの呼出元と結果の記録がないと、電子申請等のAPIが不正に使われても、いつ、どこから、何件のデータが引き出されたか調べられない。',
    en: 'Without a record of callers and results, nobody can find out when, from where and how much was taken through an API of, say, online applications.',
  },
  fix: {
    ja: 'AccessLogSetting（HTTP API及びWebSocket APIではAccessLogSettings）のDestinationArnにロググループを指定してください。',
    en: 'Set DestinationArn in AccessLogSetting (AccessLogSettings for HTTP and WebSocket APIs) to a log group.',
  },
  cdk: {
    ja: 'RestApiのdeployOptionsのaccessLogDestination（HttpStageではaccessLogSettings）を指定する',
    en: 'accessLogDestination in deployOptions of RestApi (accessLogSettings of HttpStage)',
  },
  resources: Object.keys(DESTINATION),
  check: (stage) => {
    const logged = stage.get(DESTINATION[stage.type] as string).must(present);
    // A deployment makes a stage only where it names one.
    return stage.type === 'AWS::ApiGateway::Deployment'
      ? logged.onlyIf(stage.get('StageName').must(present))
      : logged;
  },
});
