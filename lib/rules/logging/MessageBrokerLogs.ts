import { isTrue, matching } from '../../model/requirement';
import { logRule } from './log-table';

const activeMq = matching(/^activemq$/i, { ja: 'ActiveMQ', en: 'ActiveMQ' });

export const MessageBrokerLogs = logRule({
  id: 'MessageBrokerLogs',
  resources: ['AWS::AmazonMQ::Broker'],
  subject: { ja: 'Amazon MQのブローカー', en: 'Brokers of Amazon MQ' },
  log: { ja: '一般ログ及び監査ログ', en: 'a general log and an audit log' },
  why: {
    ja: 'ブローカーの利用者の追加や接続の記録がなければ、メッセージを盗み見た者を突き止められない。',
    en: 'Without records of connections and of changes to its users, nobody finds out who read messages along the way.',
  },
  fix: {
    ja: 'LogsのGeneralをtrueにしてください。ActiveMQではAuditもtrueにします。',
    en: 'Set General in Logs to true, and for ActiveMQ Audit as well.',
  },
  cdk: {
    ja: 'CfnBrokerのlogsを{ general: true, audit: true }とする',
    en: 'logs: { general: true, audit: true } of CfnBroker',
  },
  check: (broker) => {
    const on = (name: string) => broker.get('Logs').get(name).orDefault(false).must(isTrue);
    // RabbitMQ has no audit log.
    return on('General').and(on('Audit').onlyIf(broker.get('EngineType').must(activeMq)));
  },
});
