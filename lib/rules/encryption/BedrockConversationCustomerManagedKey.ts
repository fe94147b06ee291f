import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const BedrockConversationCustomerManagedKey = serviceKeyRule({
  id: 'BedrockConversationCustomerManagedKey',
  places: {
    'AWS::Bedrock::Agent': 'CustomerEncryptionKeyArn',
    'AWS::Bedrock::Session': 'EncryptionKeyArn',
    'AWS::BedrockAgentCore::Memory': 'EncryptionKeyArn',
  },
  subject: { ja: 'Bedrockのエージェントの会話及び記憶', en: 'Conversations and memories of Bedrock agents' },
  holds: { ja: '住民及び職員が入力した内容', en: 'what residents and staff typed in' },
  otherwise: AWS_OWNED,
  cdk: passKey('customerEncryptionKeyArn, encryptionKeyArn', 'CfnAgent', 'CfnSession', 'CfnMemory'),
});
