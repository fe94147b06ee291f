import { assess } from '../../lib/assess';
import { loadTemplates } from '../../lib/model/load';
import { MIYAZAKI } from '../../lib/policy/profile';
import { normalise } from '../../lib/pulumi/normalise';
import { isDeploymentRule, type Rule } from '../../lib/rules/define';
import { readTables } from '../../scripts/docs/tables';
import { TEST_DAY } from '../helpers/inline';
import type { RuleCase } from '../helpers/rule-cases';
import { NotSaid, nativeForm } from './native-form';

/** Cases that a program of Pulumi rightly decides otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'DataStoreSurvivesStack: reads absence as Snapshot for a database': 'Pulumi deletes what nothing keeps',
  'TemplateHasResources: warns of one with none': 'a stack without resources becomes no template',
};

/** Every case of every rule that @pulumi/aws-native can say, as a preview would have it. */
function verdictOf(rule: Rule, item: RuleCase): string | undefined {
  const given = item.template ?? { Resources: item.resources };
  if (Array.isArray(given) || typeof given === 'string' || Object.keys(given).join() !== 'Resources')
    return undefined;
  let resources: ReturnType<typeof nativeForm>;
  try {
    resources = nativeForm((given as { Resources: Record<string, unknown> }).Resources);
  } catch (error) {
    if (error instanceof NotSaid) return undefined;
    throw error;
  }
  const stack = { project: 'city', stack: 'dev', file: '/city/Pulumi.yaml', resources };
  const zone = item.zone ?? 'my-number';
  const { findings, summary } = assess({
    deployment: loadTemplates(normalise([stack])),
    rules: [rule],
    profile: { ...MIYAZAKI, ...item.profile },
    today: item.today ?? TEST_DAY,
    ...(zone === 'none' ? {} : { defaultZone: zone }),
  });
  const of = findings.filter(
    ({ resource }) => item.subject === undefined || resource.logicalId === item.subject,
  );
  if (of.length > 0) return of[0]?.verdict;
  const applies = item.subject !== undefined || summary.compliant > 0 || isDeploymentRule(rule);
  return applies ? 'compliant' : 'not-applicable';
}

test('a program with @pulumi/aws-native is judged as the same template is', () => {
  let judged = 0;
  const different: string[] = [];
  for (const { rule, cases } of readTables((file) => require(file)).values()) {
    for (const item of cases) {
      const verdict = verdictOf(rule, item);
      if (verdict === undefined) continue;
      judged++;
      const name = `${rule.id}: ${item.name}`;
      if (verdict !== item.expect && OTHERWISE[name] === undefined)
        different.push(`${name}: ${verdict} instead of ${item.expect}`);
    }
  }
  expect(different).toEqual([]);
  // The share that can be said this way; a drop would mean that the translation gives up.
  expect(judged).toBeGreaterThan(2_800);
});
