import { lacking } from '../../model/claim';
import { hasItem, logRule, named } from './log-table';

export const TransferServerLogs = logRule({
  id: 'TransferServerLogs',
  resources: ['AWS::Transfer::Server'],
  subject: { ja: 'Transfer Familyのサーバ', en: 'Servers of Transfer Family' },
  log: { ja: 'ファイル転送のログ', en: 'a log of file transfers' },
  why: {
    ja: '外部とのファイルの授受について、誰が何を送り、何を受け取ったかが残らない。',
    en: 'Nothing tells who sent and who fetched which file when data are exchanged with the outside.',
  },
  fix: {
    ja: 'StructuredLogDestinationsにロググループのARNを指定するか、LoggingRoleにログを書き込むロールを指定してください。',
    en: 'Set StructuredLogDestinations to the ARN of a log group, or LoggingRole to a role that writes logs.',
  },
  cdk: {
    ja: 'CfnServerのstructuredLogDestinations又はloggingRoleを指定する',
    en: 'structuredLogDestinations or loggingRole of CfnServer',
  },
  check: (server) => {
    const structured = server.get('StructuredLogDestinations');
    return hasItem(structured)
      .or(server.get('LoggingRole').must(named))
      .explained(
        'StructuredLogDestinations',
        lacking({ ja: 'ログの出力先なし', en: 'no destination of logs' }),
        { ja: '出力先又はLoggingRoleの指定', en: 'a destination, or a LoggingRole' },
        structured.at,
      );
  },
});
