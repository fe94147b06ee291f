import { noneOf, present } from '../../model/requirement';
import { logRule } from './log-table';

export const GraphQlApiLogs = logRule({
  id: 'GraphQlApiLogs',
  resources: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  subject: { ja: 'AppSyncのAPI', en: 'APIs of AppSync' },
  log: { ja: '要求のログ', en: 'a log of requests' },
  why: {
    ja: '誰が何を問い合わせたかが残らず、情報の持ち出しに気付けない。',
    en: 'Nothing tells who asked for what, so that data can be drawn out unseen.',
  },
  fix: {
    ja: 'LogConfigのCloudWatchLogsRoleArnにロールを、FieldLogLevelにNONE以外（ERROR等）を指定してください。イベントAPIでは、EventConfig.LogConfigのCloudWatchLogsRoleArn及びLogLevelです。',
    en: 'Set CloudWatchLogsRoleArn in LogConfig to a role, and FieldLogLevel to ERROR or another level than NONE. For an event API they are CloudWatchLogsRoleArn and LogLevel in EventConfig.LogConfig.',
  },
  cdk: {
    ja: 'GraphqlApiのlogConfigを{ fieldLogLevel: FieldLogLevel.ERROR }とする',
    en: 'logConfig: { fieldLogLevel: FieldLogLevel.ERROR } of GraphqlApi',
  },
  check: (api) => {
    const isEventApi = api.type === 'AWS::AppSync::Api';
    const logging = api.get(isEventApi ? 'EventConfig.LogConfig' : 'LogConfig');
    return logging
      .get('CloudWatchLogsRoleArn')
      .must(present)
      .and(
        logging
          .get(isEventApi ? 'LogLevel' : 'FieldLogLevel')
          .orDefault('NONE')
          .must(noneOf('NONE')),
      );
  },
});
