import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../lib/rules';
import type { Rule } from '../../lib/rules/define';
import { assessInline } from '../helpers/inline';
import type { Situation } from './conformance/situation';
import { findingsOf } from './helpers';

const FOLDER = join(__dirname, 'conformance');
const situations = readdirSync(FOLDER)
  .filter((name) => name !== 'situation.ts')
  .sort()
  .flatMap((name) => (require(join(FOLDER, name)) as { SITUATIONS: readonly Situation[] }).SITUATIONS);

function ruleOf({ rule: id }: Situation): Rule {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`there is no rule ${id}`);
  return rule;
}

/** The gravest thing that is said, or that nothing is. */
function verdictOf(findings: readonly { readonly verdict: string }[]): string {
  const order = ['violation', 'undetermined', 'evidence'];
  return order.find((verdict) => findings.some((finding) => finding.verdict === verdict)) ?? 'compliant';
}

describe('a situation has the same verdict however it is written:', () => {
  test.each(situations.map((item) => [`${item.rule}: ${item.name}`, item] as const))('%s', (_, item) => {
    const rules = [ruleOf(item)];
    const { zone = 'my-number', cloudformation, aws, native } = item;
    const inTemplate = assessInline(rules, [{ Resources: cloudformation }], { zone });
    const unchecked = [
      ...findingsOf(aws, { zone }),
      ...(native === undefined ? [] : findingsOf(native, { zone })),
    ]
      .filter(({ rule }) => rule === 'PulumiTypeIsChecked')
      .map(({ message }) => message.en);
    expect({
      cloudformation: verdictOf(inTemplate.findings),
      aws: verdictOf(findingsOf(aws, { rules, zone })),
      ...(native === undefined ? {} : { native: verdictOf(findingsOf(native, { rules, zone })) }),
      unchecked,
    }).toEqual({
      cloudformation: item.verdict,
      aws: item.verdict,
      ...(native === undefined ? {} : { native: item.verdict }),
      unchecked: [],
    });
    // The rule looked at something: a rule that sees nothing of its types finds nothing wrong.
    expect(inTemplate.summary.notApplicable).toBeLessThan(Object.keys(cloudformation).length + 1);
  });

  test('there are at least sixty that are written in all three', () => {
    expect(situations.filter(({ native }) => native !== undefined).length).toBeGreaterThanOrEqual(60);
  });
});
