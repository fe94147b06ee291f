import { keyOrThatOfBucket } from './bucket-default';
import { customerManagedKeyRule } from './keys-table';
import { passKey } from './service-keys';

/** Where each type says where voices are kept. */
const LOGS: Readonly<Record<string, string>> = {
  'AWS::Lex::BotAlias': 'ConversationLogSettings.AudioLogSettings',
  'AWS::Lex::Bot': 'TestBotAliasSettings.ConversationLogSettings.AudioLogSettings',
};

export const LexAudioCustomerManagedKey = customerManagedKeyRule({
  id: 'LexAudioCustomerManagedKey',
  resources: Object.keys(LOGS),
  subject: { ja: 'Lexの音声の記録', en: 'Audio logs of Lex' },
  holds: {
    ja: '自動応答に話した住民の声が残る。',
    en: 'They hold what residents said to the automatic answering.',
  },
  write: {
    ja: 'AudioLogSettingsのDestination.S3Bucket.KmsKeyArnに顧客管理のKMSキーを指定してください',
    en: 'Set Destination.S3Bucket.KmsKeyArn in AudioLogSettings to a customer managed key',
  },
  otherwise: { ja: 'バケットの既定の暗号化に従います', en: 'the default encryption of the bucket applies' },
  cdk: passKey('conversationLogSettings', 'CfnBotAlias'),
  check: (bot, key) =>
    bot
      .get(LOGS[bot.type] as string)
      .items()
      .every((log) => {
        const bucket = log.get('Destination.S3Bucket');
        return keyOrThatOfBucket(bucket.get('KmsKeyArn'), bucket.get('S3BucketArn'), key, bot);
      }),
});
