import { InferenceIsDomestic } from '../../../lib/rules/classification/InferenceIsDomestic';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref } from '../network/pieces';

const agent = (FoundationModel: unknown) => ({
  Agent: make('AWS::Bedrock::Agent', { AgentName: 'guide', FoundationModel }),
});
const base = (CopyFrom: unknown) =>
  make('AWS::Bedrock::ApplicationInferenceProfile', {
    InferenceProfileName: 'guide',
    ModelSource: { CopyFrom },
  });
const arn = (rest: string) => ({ 'Fn::Sub': `arn:aws:bedrock:${rest}` });

ruleCases(InferenceIsDomestic, [
  {
    name: 'accepts a model of the region',
    expect: 'compliant',
    example: true,
    resources: agent('amazon.nova-lite-v1:0'),
  },
  {
    name: 'refuses a profile that sends requests anywhere in Asia and the Pacific',
    expect: 'violation',
    example: true,
    property: 'FoundationModel',
    resources: agent('apac.anthropic.claude-sonnet-4-20250514-v1:0'),
  },
  {
    name: 'refuses one that sends them anywhere in the world',
    expect: 'violation',
    zone: 'internet',
    resources: agent('global.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  },
  {
    name: 'accepts the profile of Japan, which keeps to Tokyo and Osaka',
    expect: 'compliant',
    resources: agent('jp.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  },
  {
    name: 'refuses the profile of Japan where Osaka is not allowed',
    expect: 'violation',
    profile: { allowedRegions: ['ap-northeast-1'] },
    resources: agent('jp.anthropic.claude-sonnet-4-5-20250929-v1:0'),
  },
  {
    name: 'accepts a model in the region of the stack',
    expect: 'compliant',
    resources: agent(arn('${AWS::Region}::foundation-model/amazon.nova-lite-v1:0')),
  },
  {
    name: 'refuses the ARN of a model abroad',
    expect: 'violation',
    resources: { Profile: base('arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0') },
  },
  {
    name: 'reads the area in the ARN of a profile, which lies in Tokyo itself',
    expect: 'violation',
    resources: {
      Profile: base(arn('ap-northeast-1:${AWS::AccountId}:inference-profile/apac.amazon.nova-lite-v1:0')),
    },
  },
  {
    name: 'leaves a profile of the app to be judged by itself',
    expect: 'compliant',
    subject: 'Agent',
    resources: {
      ...agent({ 'Fn::GetAtt': ['Profile', 'InferenceProfileArn'] }),
      Profile: base('arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0'),
    },
  },
  {
    name: 'does not know where a profile from elsewhere leads',
    expect: 'undetermined',
    resources: agent('arn:aws:bedrock:ap-northeast-1:111122223333:application-inference-profile/abcd1234'),
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Model: { Type: 'String', Default: 'amazon.nova-lite-v1:0' } },
      Resources: agent(ref('Model')),
    },
  },
  {
    name: 'looks at each variant of a prompt, and names the condition',
    expect: 'violation',
    property: 'Variants[1].ModelId',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Prompt: make('AWS::Bedrock::Prompt', {
          Name: 'summary',
          Variants: [
            { Name: 'a', ModelId: 'amazon.nova-lite-v1:0' },
            { Name: 'b', ModelId: either('Production', 'amazon.nova-lite-v1:0', 'us.amazon.nova-lite-v1:0') },
          ],
        }),
      },
    },
  },
  {
    name: 'looks at the prompts of a flow',
    expect: 'violation',
    resources: {
      Flow: make('AWS::Bedrock::Flow', {
        Name: 'flow',
        Definition: {
          Nodes: [
            { Name: 'in', Type: 'Input' },
            {
              Name: 'ask',
              Type: 'Prompt',
              Configuration: {
                Prompt: { SourceConfiguration: { Inline: { ModelId: 'eu.amazon.nova-lite-v1:0' } } },
              },
            },
          ],
        },
      }),
    },
  },
  {
    name: 'accepts a knowledge base that is searched without vectors',
    expect: 'compliant',
    resources: {
      Base: make('AWS::Bedrock::KnowledgeBase', {
        Name: 'laws',
        KnowledgeBaseConfiguration: { Type: 'KENDRA' },
      }),
    },
  },
]);
