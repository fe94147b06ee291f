import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const BedrockDefinitionCustomerManagedKey = serviceKeyRule({
  id: 'BedrockDefinitionCustomerManagedKey',
  places: {
    'AWS::Bedrock::Guardrail': 'KmsKeyArn',
    'AWS::Bedrock::Flow': 'CustomerEncryptionKeyArn',
    'AWS::Bedrock::Prompt': 'CustomerEncryptionKeyArn',
  },
  subject: {
    ja: 'Bedrockのガードレール、フロー及びプロンプト',
    en: 'Guardrails, flows and prompts of Bedrock',
  },
  holds: { ja: '業務の手順及び禁止語の設定', en: 'procedures and lists of what must not be said' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyArn, customerEncryptionKeyArn', 'CfnGuardrail', 'CfnFlow', 'CfnPrompt'),
  // The clauses protect the information that is handled; definitions of how a model is used are not that by themselves.
  duty: 'should',
});
