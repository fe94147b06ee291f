import { lacking } from '../../model/claim';
import { equals, oneOf } from '../../model/requirement';
import { logRule } from './log-table';

export const ApiGatewayExecutionLogs = logRule({
  id: 'ApiGatewayExecutionLogs',
  resources: ['AWS::ApiGateway::Stage'],
  // The access log is a must of its own; how far executions are recorded too is left to 8.1⑤.
  duty: 'should',
  subject: { ja: 'API Gateway（REST API）のステージ', en: 'Stages of REST APIs' },
  log: { ja: '実行のログ', en: 'a log of their executions' },
  why: {
    ja: 'アクセスログだけでは、認可の拒否や背後の処理の失敗の理由が分からない。',
    en: 'The access log alone does not tell why requests were refused or failed behind the API.',
  },
  fix: {
    ja: 'MethodSettingsに、HttpMethodを*、ResourcePathを/*、LoggingLevelをERROR又はINFOとする項目を加えてください。',
    en: 'Add an item with HttpMethod *, ResourcePath /* and LoggingLevel ERROR or INFO to MethodSettings.',
  },
  cdk: {
    ja: 'deployOptionsのloggingLevelをMethodLoggingLevel.ERRORとする',
    en: 'loggingLevel: MethodLoggingLevel.ERROR in deployOptions',
  },
  check: (stage) => {
    const settings = stage.get('MethodSettings');
    return settings
      .items()
      .some((item) =>
        item
          .get('HttpMethod')
          .must(equals('*'))
          .and(item.get('ResourcePath').must(equals('/*')))
          .and(item.get('LoggingLevel').must(oneOf('ERROR', 'INFO'))),
      )
      .explained(
        settings.path,
        lacking({ ja: '全てのメソッドのLoggingLevelなし', en: 'no LoggingLevel for all methods' }),
        { ja: '全てのメソッドについてERROR又はINFO', en: 'ERROR or INFO for all methods' },
        settings.at,
      );
  },
});
