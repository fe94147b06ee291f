import { engineVersion, supportRule, upgradesAutomatically } from './support-rules';

export const MessageBrokerEngineSupported = supportRule({
  id: 'MessageBrokerEngineSupported',
  resources: ['AWS::AmazonMQ::Broker'],
  subject: { ja: 'Amazon MQのエンジン', en: 'Engines of Amazon MQ' },
  stake: {
    ja: 'ブローカーは、システムの間の連携データを中継する。',
    en: 'A broker relays what systems tell each other.',
  },
  fix: {
    ja: 'EngineVersionに、サポートの続いている版（ActiveMQ 5.19、RabbitMQ 4.2等）を指定してください。',
    en: 'Set EngineVersion to a version that is still supported (ActiveMQ 5.19, RabbitMQ 4.2 or the like).',
  },
  cdk: { ja: 'CfnBrokerのengineVersionに指定する', en: 'engineVersion of CfnBroker' },
  check: (broker, context) =>
    engineVersion(broker, 'broker', broker.get('EngineType'), broker.get('EngineVersion'), context, {
      automaticUpgrade: upgradesAutomatically(broker),
    }),
});
