import { POLICY_EDITION } from '../policy/clause';
import { CLAUSES, type Clause, SECTIONS } from '../policy/clauses';
import type { Rule } from '../rules/define';
import type { Language, Text } from '../text';
import { rulesFor } from './clause-rules';
import { jsonText } from './escape';
import { controlId, metadataOf, prop, uuidOf } from './oscal-common';

/**
 * The clauses of the policy as an OSCAL 1.1 catalog (JSON): a group for each section, a control for each clause, with
 * the rules that judge it. The statements are this project's own words; the policy itself is what counts.
 */
export function oscalCatalog(rules: readonly Rule[], language: Language, now: Date): string {
  const say = (text: Text) => text[language];
  const bySection = new Map<string, Clause[]>();
  for (const clause of CLAUSES) {
    const section = /^\d+(\.\d+)?/.exec(clause.number)?.[0] as string;
    const list = bySection.get(section);
    if (list === undefined) bySection.set(section, [clause]);
    else list.push(clause);
  }
  const title = say({
    ja: `宮崎市情報セキュリティポリシー（${POLICY_EDITION}版）対策基準の要約`,
    en: `Miyazaki City information security policy, edition of ${POLICY_EDITION}: its measures in short`,
  });
  const catalog = {
    uuid: uuidOf('catalog', POLICY_EDITION, language),
    metadata: metadataOf(title, POLICY_EDITION, now),
    groups: [...bySection].map(([section, clauses]) => ({
      id: `s${section}`,
      class: 'section',
      title: `${section} ${say(SECTIONS.get(section) ?? { ja: '', en: '' })}`.trim(),
      controls: clauses.map((clause, at) => control(clause, rules, say, at)),
    })),
  };
  return jsonText({ catalog });
}

function control(clause: Clause, rules: readonly Rule[], say: (text: Text) => string, at: number) {
  const id = controlId(clause.number);
  const { duty, reason, evidence, kind, wording, bearers } = clause;
  return {
    id,
    class: 'clause',
    title: `${clause.number} ${say(duty)}`,
    props: [
      { name: 'label', value: clause.number },
      { name: 'sort-id', value: `${id.split('-')[0]}-${String(at + 1).padStart(3, '0')}` },
      prop('kind', kind),
      prop('wording', wording),
      ...bearers.map((bearer) => prop('borne-by', bearer)),
      ...rulesFor(clause.number, rules).map((rule) => prop('rule', rule.id)),
    ],
    parts: [
      { id: `${id}_smt`, name: 'statement', prose: say(duty) },
      ...(reason === undefined ? [] : [{ id: `${id}_gdn`, name: 'guidance', prose: say(reason) }]),
      ...(evidence === undefined
        ? []
        : [
            {
              id: `${id}_asm`,
              name: 'assessment-method',
              prose: say(evidence),
              props: [{ name: 'method', value: 'EXAMINE' }],
            },
          ]),
    ],
  };
}
