import { CLAUSES } from '../../lib/policy/clauses';
import { oscalReport } from '../../lib/report/oscal';
import { oscalCatalog } from '../../lib/report/oscal-catalog';
import { controlId } from '../../lib/report/oscal-common';
import { RULES } from '../../lib/rules';
import { CASES, inputOf, NOW, ORDINARY, sample } from './sample';

// NIST's JSON Schemas of OSCAL 1.1 are in no npm package, so they cannot be kept here. What they and the model's
// reference ask for of the parts that are written is checked below instead: keys, required ones, types of values.

/** Keys of each object, the required ones with an exclamation mark, as the reference of OSCAL 1.1 lists them. */
const MODEL: Readonly<Record<string, string>> = {
  metadata: 'title! last-modified! version! oscal-version!',
  catalog: 'uuid! metadata! groups',
  groups: 'id class title! controls',
  controls: 'id! class title! props parts',
  parts: 'id name! prose props',
  props: 'name! value! ns',
  'assessment-results': 'uuid! metadata! import-ap! results! back-matter',
  'import-ap': 'href!',
  results:
    'uuid! title! description! start! end props local-definitions reviewed-controls! observations risks findings',
  'local-definitions': 'inventory-items',
  'inventory-items': 'uuid! description! props',
  'reviewed-controls': 'control-selections!',
  'control-selections': 'description include-controls',
  'include-controls': 'control-id!',
  observations: 'uuid! title description! props methods! types subjects relevant-evidence collected!',
  subjects: 'subject-uuid! type!',
  'relevant-evidence': 'description!',
  risks: 'uuid! title! description! statement! props status!',
  findings: 'uuid! title! description! props target! related-observations related-risks',
  target: 'type! target-id! status!',
  status: 'state! reason remarks',
  'related-observations': 'observation-uuid!',
  'related-risks': 'risk-uuid!',
  'back-matter': 'resources',
  resources: 'uuid! title description',
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/;
/** OSCAL's token and string. */
const TOKEN = /^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u;
const STRING = /^\S(.*\S)?$/;
const STATES = ['satisfied', 'not-satisfied'];

/** What the model has against a value. */
function faults(key: string, value: unknown, at = key): readonly string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${at} is empty`];
    return value.flatMap((item, index) => faults(key, item, `${at}[${index}]`));
  }
  if (typeof value === 'object' && value !== null) {
    const allowed = MODEL[key]?.split(' ');
    if (allowed === undefined) return [`${at} is unknown`];
    const names = allowed.map((name) => name.replace('!', ''));
    return [
      ...allowed
        .filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value))
        .map((name) => `${at} lacks ${name}`),
      ...Object.keys(value)
        .filter((name) => !names.includes(name))
        .map((name) => `${at} may not have ${name}`),
      ...Object.entries(value).flatMap(([name, item]) => faults(name, item, `${at}.${name}`)),
    ];
  }
  const text = String(value);
  const pattern = /^(uuid|subject-uuid|observation-uuid|risk-uuid)$/.test(key)
    ? UUID
    : /^(last-modified|start|end|collected)$/.test(key)
      ? TIME
      : /^(id|name|class|control-id|target-id)$/.test(key)
        ? TOKEN
        : key === 'state'
          ? new RegExp(`^(${STATES.join('|')})$`)
          : /^(value|version|type|types|methods|reason|status)$/.test(key)
            ? STRING
            : /\S/;
  return pattern.test(text) ? [] : [`${at} is ${JSON.stringify(text)}`];
}

/** All values of a key. */
function valuesOf(tree: unknown, key: string): readonly string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === key && typeof value === 'string' ? [value] : []),
    ...valuesOf(value, key),
  ]);
}

describe('the catalog', () => {
  test.each(['ja', 'en'] as const)(
    'has what the model asks for (its schema is in no npm package), %s',
    (language) => {
      const { catalog } = JSON.parse(oscalCatalog(RULES, language, NOW));
      expect(faults('catalog', catalog)).toEqual([]);
      const ids = valuesOf(catalog, 'id');
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test('has a control for each clause, and the rules that name it', () => {
    const text = oscalCatalog(RULES, 'en', NOW);
    const { catalog } = JSON.parse(text);
    const controls = catalog.groups.flatMap(({ controls: list }: { controls: { id: string }[] }) => list);
    expect(controls.map(({ id }: { id: string }) => id)).toEqual(
      CLAUSES.map(({ number }) => controlId(number)),
    );
    for (const { id } of RULES) expect(text).toContain(`"${id}"`);
  });

  test.each([
    ['7.2(1)③(エ)', 'p7.2-1-3-d'],
    ['4(1)④', 'p4-1-4'],
    ['10.1', 'p10.1'],
    ['8.1⑪', 'p8.1-11'],
  ])('calls clause %s %s', (number, id) => {
    expect(controlId(number)).toBe(id);
  });
});

describe('the assessment results', () => {
  const parse = (template: object) =>
    JSON.parse(oscalReport(inputOf(sample(template))))['assessment-results'];

  test.each(CASES)(
    'of %s have what the model asks for (its schema is in no npm package)',
    (_name, template, language) => {
      const results = JSON.parse(oscalReport(inputOf(sample(template), language)))['assessment-results'];
      expect(faults('assessment-results', results)).toEqual([]);
    },
  );

  test('of nothing have it too', () => {
    expect(faults('assessment-results', parse({ Resources: {} }))).toEqual([]);
  });

  test('refer to what is there', () => {
    const results = parse(ORDINARY);
    const [result] = results.results;
    const uuids = (list: { uuid: string }[] | undefined) => (list ?? []).map(({ uuid }) => uuid);
    for (const [key, list] of [
      ['observation-uuid', result.observations],
      ['risk-uuid', result.risks],
      ['subject-uuid', result['local-definitions']['inventory-items']],
    ] as const) {
      expect(valuesOf(result, key).length).toBeGreaterThan(0);
      for (const uuid of valuesOf(result, key)) expect(uuids(list)).toContain(uuid);
    }
    const all = valuesOf(results, 'uuid');
    expect(new Set(all).size).toBe(all.length);
    expect(results['import-ap'].href).toBe(`#${results['back-matter'].resources[0].uuid}`);
    const controls = JSON.parse(oscalCatalog(RULES, 'en', NOW));
    for (const id of valuesOf(result, 'control-id')) expect(valuesOf(controls, 'id')).toContain(id);
    for (const id of valuesOf(result, 'target-id')) expect(valuesOf(controls, 'id')).toContain(id);
  });

  test('are satisfied only where everything is compliant', () => {
    const [result] = parse(ORDINARY).results;
    for (const { props, target } of result.findings) {
      const [{ value }] = props;
      expect(target.status.state).toBe(value === 'compliant' ? 'satisfied' : 'not-satisfied');
    }
    const values = new Set(
      result.findings.map(({ props }: { props: [{ value: string }] }) => props[0].value),
    );
    for (const verdict of ['compliant', 'violation', 'undetermined', 'evidence'])
      expect(values).toContain(verdict);
  });

  test('have what is excepted as a risk that somebody answers for', () => {
    const assessment = sample(ORDINARY);
    const [{ risks }] = parse(ORDINARY).results;
    expect(risks).toHaveLength(assessment.findings.filter(({ verdict }) => verdict === 'excepted').length);
    for (const risk of risks) {
      expect(risk).toMatchObject({
        status: 'deviation-approved',
        statement: expect.stringContaining('R8-012'),
      });
    }
  });
});
