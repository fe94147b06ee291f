import { Claim } from '../../model/claim';
import { mustAt } from '../../model/deployment';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Value } from '../../model/value';
import { defineRule } from '../define';

/** Where resources name the model that their text is sent to. */
const MODELS: Readonly<Record<string, readonly string[]>> = {
  'AWS::Bedrock::Agent': ['FoundationModel'],
  'AWS::Bedrock::ApplicationInferenceProfile': ['ModelSource.CopyFrom'],
  'AWS::Bedrock::Prompt': ['Variants[*].ModelId'],
  'AWS::Bedrock::Flow': ['Definition.Nodes[*].Configuration.Prompt.SourceConfiguration.Inline.ModelId'],
  'AWS::Bedrock::IntelligentPromptRouter': ['FallbackModel.ModelArn', 'Models[*].ModelArn'],
  'AWS::Bedrock::KnowledgeBase': [
    'KnowledgeBaseConfiguration.VectorKnowledgeBaseConfiguration.EmbeddingModelArn',
  ],
};

/** Profiles of AWS are named after the area whose regions they send requests to. */
const AREA = /^(us|us-gov|eu|apac|au|ca|global)\./;
/** The one of Japan sends them to Tokyo and Osaka. */
const JAPAN = { area: /^jp\./, regions: ['ap-northeast-1', 'ap-northeast-3'] } as const;

export const InferenceIsDomestic = defineRule({
  id: 'InferenceIsDomestic',
  clauses: ['9.2(2)③(エ)', '9.2(2)⑦'],
  title: {
    ja: '生成AIへの入力は、国内法の適用されるリージョンの外で処理させない',
    en: 'What is sent to generative models is not processed outside of regions under domestic law',
  },
  why: {
    ja: 'クロスリージョン推論プロファイルは、混雑に応じて入力を国外のリージョンへ回す。利用者にもログにも、その都度の行き先は見えにくい。',
    en: 'A cross-region inference profile passes requests on to regions abroad when it is busy at home, and hardly anybody notices when it does.',
  },
  fix: {
    ja: 'モデルには、リージョン内で動く基盤モデルのid（例: amazon.nova-lite-v1:0）又は日本の推論プロファイル（jp.で始まるid）を指定してください。apac.、us.、global.等で始まるものは国外で処理されます。',
    en: 'Name a foundation model of the region (for example amazon.nova-lite-v1:0), or an inference profile of Japan (an id that begins with jp.). Those that begin with apac., us., global. and the like are processed abroad.',
  },
  cdk: {
    ja: 'CfnAgentのfoundationModel等に、リージョン内のモデル又はjp.で始まるプロファイルを指定する',
    en: 'a model of the region or a profile of jp. in foundationModel of CfnAgent and the like',
  },
  resources: Object.keys(MODELS),
  check: (resource, { profile: { allowedRegions } }) => {
    const domestic = processedIn(allowedRegions);
    return Claim.all((MODELS[resource.type] ?? []).map((path) => mustAt(resource, path, domestic)));
  },
});

function processedIn(allowed: readonly string[]): Requirement {
  return satisfying(
    {
      ja: `${allowed.join('、')}で処理されるモデル`,
      en: `a model whose requests are processed in ${allowed.join(', ')}`,
    },
    (value) => {
      // A profile of the deployment is judged by itself, and without a model there is nothing to send to.
      if (value.kind === 'reference' || value.kind === 'absent') return 'holds';
      const text = textOf(value);
      if (text === undefined) return 'undetermined';
      const name = text.slice(text.lastIndexOf('/') + 1);
      if (AREA.test(name)) return 'breaks';
      if (JAPAN.area.test(name))
        return JAPAN.regions.every((item) => allowed.includes(item)) ? 'holds' : 'breaks';
      // What somebody else's profile leads to is not in its ARN.
      if (text.includes(':application-inference-profile/') || name.includes(HOLE)) return 'undetermined';
      const region = text.startsWith('arn:') ? text.split(':')[3] : undefined;
      if (region === undefined || region === OWN) return 'holds';
      return region.includes(HOLE) ? 'undetermined' : allowed.includes(region) ? 'holds' : 'breaks';
    },
  );
}

const HOLE = '\u0000';
/** The region of the stack, which is judged by itself. */
const OWN = '\u0001';

function textOf(value: Value): string | undefined {
  if (value.kind === 'known') return String(value.value);
  if (value.kind !== 'text') return undefined;
  return value.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.kind === 'unknown' && part.variable?.name === 'AWS::Region' ? OWN : HOLE;
    })
    .join('');
}
