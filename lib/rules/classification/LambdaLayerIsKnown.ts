import { byAlternative } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Template } from '../../model/template';
import type { Value } from '../../model/value';
import { defineRule } from '../define';

/** Accounts in which AWS publishes layers of its own for the domestic regions. */
const OF_AWS = new Set([
  '580247275435', // Lambda Insights
  '194566237122', // Lambda Insights, Osaka
  '133490724326', // Parameters and Secrets
  '576959938190', // Parameters and Secrets, Osaka
  '980059726660', // AppConfig
  '706869817123', // AppConfig, Osaka
  '901920570463', // OpenTelemetry
  '017000801446', // Powertools
  '094274105915', // Powertools of version 2 and 3
  '336392948345', // SDK for pandas
]);

const REQUIRED = {
  ja: '自アカウントのレイヤー、又は利用を認めた者が提供することの証跡',
  en: 'a layer of the same account, or shown to come from somebody whose software is approved',
};

export const LambdaLayerIsKnown = defineRule({
  id: 'LambdaLayerIsKnown',
  clauses: ['7.3(2)③(イ)', '7.1(17)②'],
  title: {
    ja: 'Lambdaのレイヤーは、自アカウントのもの又は利用を認めたものとする',
    en: 'Layers of Lambda functions are of the same account, or approved',
  },
  why: {
    ja: '他者のレイヤーは、関数と同じ権限で、市が審査していないプログラムを動かす。',
    en: 'A layer of somebody else runs code that the city never looked at, with all the rights of the function.',
  },
  fix: {
    ja: 'Layersには、自アカウントのAWS::Lambda::LayerVersionを指定してください。他のアカウントのレイヤーを用いる場合は、その提供者と利用の許可を示してください。',
    en: 'Name AWS::Lambda::LayerVersion resources of the same account in Layers. Where a layer of another account is used, show who provides it and that its use was approved.',
  },
  cdk: { ja: 'LayerVersionを作り、layersに指定する', en: 'a LayerVersion of your own in layers' },
  resources: ['AWS::Lambda::Function'],
  check: (func) =>
    func
      .get('Layers')
      .items()
      .every((layer) => byAlternative(layer, (value) => isKnown(value, layer, func.template))),
});

function isKnown(value: Value, layer: Field, { stack }: Template): Claim {
  if (value.kind === 'reference' || value.kind === 'absent') return Claim.HOLDS;
  const account = accountOf(value);
  if (account === undefined) {
    const actual = { ja: '提供者の分からないレイヤー', en: 'a layer of which it is not known whose it is' };
    return layer.states('undetermined', actual, REQUIRED);
  }
  if (account === 'own' || account === stack.account || OF_AWS.has(account)) return Claim.HOLDS;
  const actual = { ja: `アカウント${account}のレイヤー`, en: `a layer of the account ${account}` };
  return layer.states('needed', actual, REQUIRED);
}

/** The account in an ARN: `own` where it is that of the stack, undefined where it cannot be told. */
function accountOf(value: Value): string | undefined {
  const parts = value.kind === 'known' ? [String(value.value)] : value.kind === 'text' ? value.parts : [];
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.kind === 'unknown' && part.variable?.name === 'AWS::AccountId' ? 'own' : '?';
    })
    .join('');
  const account = text.split(':')[4];
  return account === 'own' || /^\d{12}$/.test(account ?? '') ? account : undefined;
}
