import { Claim } from '../../model/claim';
import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';
import { someOf } from './account-duties';

const STANDARD = 'AWS::SecurityHub::Standard';

export const SecurityHubChecksStandards = defineRule({
  id: 'SecurityHubChecksStandards',
  clauses: ['8.2(1)③'],
  title: {
    ja: 'Security Hubは、いずれかの標準により設定を点検する',
    en: 'Security Hub checks the account against some standard',
  },
  why: {
    ja: '標準を一つも有効にしないと、Security Hubは他のサービスの結果を並べるだけで、設定の不備を自らは見付けない。',
    en: 'Without a standard Security Hub merely lists what other services report, and finds no misconfiguration by itself.',
  },
  fix: {
    ja: 'AWS::SecurityHub::HubのEnableDefaultStandardsをfalseとしないか、AWS::SecurityHub::Standardを作成してください。',
    en: 'Do not set EnableDefaultStandards of the AWS::SecurityHub::Hub to false, or create an AWS::SecurityHub::Standard.',
  },
  cdk: {
    ja: 'CfnHubのenableDefaultStandardsをtrueとするか、CfnStandardを作成する',
    en: 'enableDefaultStandards: true of CfnHub, or a CfnStandard',
  },
  // The clause asks for a check from time to time, and leaves open with what.
  duty: 'should',
  relievedBy: [fulfilledBy('AWS::SecurityHub::Standard')],
  resources: ['AWS::SecurityHub::Hub'],
  check: (hub, { deployment }) =>
    Claim.any([
      hub.get('EnableDefaultStandards').orDefault(true).must(noneOf(false, 'false')),
      someOf(deployment, [STANDARD]),
    ]).explained(
      'EnableDefaultStandards',
      {
        ja: 'false、又は配備前に定まらず、AWS::SecurityHub::Standardもない',
        en: 'false or not known, and no AWS::SecurityHub::Standard',
      },
      { ja: 'true、又は一つ以上の標準', en: 'true, or a standard of its own' },
      hub.at,
    ),
});
