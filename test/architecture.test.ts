import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { CLAUSE_PATTERN } from '../lib/policy/clause';
import { RULES } from '../lib/rules';
import { isDeploymentRule } from '../lib/rules/define';
import { rulesIndex } from '../scripts/generate-rules';

const ROOT = join(__dirname, '..');

function sources(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [folder];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name).split(sep).join('/'))
    .sort();
}

/** What a source file imports: files of the repository by their path from its root, anything else by its name. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:\bfrom\s+|\bimport\s*\(\s*|\brequire\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm,
  );
  return [...found].map(([, name]) => {
    const specifier = name as string;
    if (!specifier.startsWith('.')) return specifier;
    const target = normalize(join(dirname(file), specifier))
      .split(sep)
      .join('/');
    return existsSync(join(ROOT, `${target}.ts`)) ? `${target}.ts` : `${target}/index.ts`;
  });
}

/** `lib/model`, `lib/assess`, `aspects`, or the package for what lies outside. */
function layerOf(target: string): string {
  const parts = target.split('/');
  if (parts[0] === 'lib') return `lib/${(parts[1] ?? '').replace(/\.ts$/, '')}`;
  return parts[0] === 'node:fs' || target.startsWith('@') ? target : (parts[0] ?? '').replace(/\.ts$/, '');
}

/** The arrows of the architecture: what each part may import besides itself, and no more. */
const TEXTS = ['lib/text', 'lib/errors', 'lib/credential-formats'];
const ENGINE = ['lib/assess', 'lib/check', 'lib/finding', ...TEXTS];
const CDK = ['aws-cdk-lib', 'constructs'];
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'lib/text': [],
  'lib/credential-formats': ['lib/text'],
  'lib/creation-stack': ['node:path', 'node:url'],
  'lib/errors': ['lib/text', 'lib/credential-formats'],
  'lib/version': ['node:fs', 'node:path'],
  'lib/model': [...TEXTS, 'node:fs', 'node:path', 'node:crypto', 'yaml', 'jsonc-parser'],
  'lib/config-file': [...TEXTS, 'lib/model', 'node:fs', 'ajv'],
  'lib/policy': [...TEXTS, 'lib/config-file'],
  'lib/analysis': ['lib/text', 'lib/credential-formats', 'lib/model', 'lib/policy', 'node:util'],
  'lib/rules': ['lib/text', 'lib/credential-formats', 'lib/analysis', 'lib/model', 'lib/policy'],
  'lib/priority': ['lib/analysis', 'lib/model', 'lib/policy'],
  'lib/finding': ['lib/text', 'lib/analysis', 'lib/model', 'lib/priority', 'lib/rules'],
  'lib/kept': ['lib/finding', 'lib/model', 'lib/rules'],
  'lib/incremental': [
    ...TEXTS,
    'lib/analysis',
    'lib/finding',
    'lib/kept',
    'lib/model',
    'lib/rules',
    'node:crypto',
    'node:fs',
    'node:path',
  ],
  'lib/applicabilities': ['lib/analysis', 'lib/model', 'lib/rules'],
  'lib/judge': ['lib/model', 'lib/rules'],
  'lib/assess': [
    'lib/applicabilities',
    'lib/judge',
    'lib/kept',
    'lib/text',
    'lib/analysis',
    'lib/finding',
    'lib/model',
    'lib/policy',
    'lib/rules',
    'lib/version',
  ],
  'lib/access': [...TEXTS, 'lib/analysis', 'lib/model', 'lib/policy', 'lib/version'],
  'lib/exceptions': [
    'lib/assess',
    'lib/config-file',
    'lib/finding',
    'lib/policy',
    'lib/rules',
    'node:crypto',
    'node:fs',
    'node:path',
    'jose',
    'yaml',
    ...TEXTS,
  ],
  'lib/facts': [...TEXTS, 'lib/analysis', 'lib/config-file', 'lib/model', 'node:crypto', 'yaml'],
  'lib/check': [
    'lib/assess',
    'lib/exceptions',
    'lib/facts',
    'lib/incremental',
    'lib/model',
    'lib/policy',
    'lib/rules',
    'node:path',
    ...TEXTS,
    'lib/pulumi/recognise.ts',
    'lib/pulumi/load.ts',
  ],
};
/** Hosts and reports stand above the engine and may use all of it, but nothing of each other. */
const HOSTS: Readonly<Record<string, { readonly never: RegExp }>> = {
  'lib/report': {
    // The map of the zones is drawn from a plain graph.
    never:
      /^(lib\/(cli|pulumi|model|analysis(?!\/zone-map\/graph))|aspects|constructs|examples|aws-cdk-lib|cdk-nag|@pulumi)/,
  },
  'lib/cli': { never: /^(lib\/pulumi|aspects|constructs|examples|aws-cdk-lib|cdk-nag|@pulumi)/ },
  'lib/pulumi': { never: /^(lib\/cli|aspects|constructs|examples|aws-cdk-lib|cdk-nag)/ },
  aspects: { never: /^(lib\/(cli|pulumi)|examples|@pulumi)/ },
  constructs: { never: /^(aspects|examples|cdk-nag|@pulumi|lib\/(?!text|policy))/ },
  index: { never: /^(lib\/(cli|pulumi)|examples|@pulumi)/ },
};

const LIBRARY = sources('lib');
const ALL = [...LIBRARY, ...['aspects', 'constructs', 'index.ts'].flatMap(sources)];

describe('imports', () => {
  test('of each part go along the arrows only', () => {
    const wrong = ALL.flatMap((file) =>
      imports(file)
        .filter((target) => layerOf(target) !== layerOf(file))
        .filter((target) => {
          const host = HOSTS[layerOf(file)];
          if (host !== undefined) return host.never.test(target);
          return (
            ARROWS[layerOf(file)]?.some((allowed) => allowed === layerOf(target) || allowed === target) !==
            true
          );
        })
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('of the engine hold neither CDK nor Pulumi, but for the Pulumi host', () => {
    const wrong = LIBRARY.filter((file) => !file.startsWith('lib/pulumi/')).filter((file) =>
      imports(file).some((target) =>
        /^(aws-cdk-lib|constructs|cdk-nag|@aws-cdk|@pulumi|aspects)(\/|$)/.test(target),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('of what reads files of Pulumi need no SDK', () => {
    const sdk = /^lib\/pulumi\/(host|components)\/|^lib\/pulumi\/index\.ts$/;
    const wrong = LIBRARY.filter((file) => file.startsWith('lib/pulumi/') && !sdk.test(file)).filter((file) =>
      imports(file).some((target) => /^@pulumi|^lib\/pulumi\/(host|components|index)/.test(target)),
    );
    expect(wrong).toEqual([]);
  });

  test('of rules, analysis and policy texts touch no file', () => {
    const pure = LIBRARY.filter((file) => /^lib\/(rules|analysis|report)\//.test(file));
    const wrong = pure.filter((file) =>
      imports(file).some((target) => /^(node:)?(fs|child_process|net|https?)\b/.test(target)),
    );
    expect(wrong).toEqual([]);
  });

  test('are seen by this test where there are some', () => {
    expect(imports('lib/model/source.ts')).toEqual(
      expect.arrayContaining(['lib/errors.ts', 'lib/model/json-source.ts', 'lib/model/yaml-source.ts']),
    );
    expect(imports('aspects/index.ts').length).toBeGreaterThan(0);
    expect(CDK.map(layerOf)).toEqual(CDK);
    expect(ENGINE.map((layer) => layerOf(`${layer}.ts`))).toEqual(ENGINE);
  });

  test('do not go in a circle between files that run at import', () => {
    // Types are gone when the code runs.
    const graph = new Map(LIBRARY.map((file) => [file, runtimeImports(file)]));
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
      if (path.includes(file) || done.has(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of LIBRARY) visit(file, []);
    expect(circles).toEqual([]);
  });
});

/** Imports of values at the top of a file. */
function runtimeImports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const values = [...text.matchAll(/^import (?!type )(?:[^'"]*?from )?['"]([^'"]+)['"]/gms)].map(
    ([, name]) => name,
  );
  return imports(file).filter((target) =>
    values.some(
      (name) => name?.startsWith('.') === true && target.startsWith(normalize(join(dirname(file), name))),
    ),
  );
}

describe('rules', () => {
  const files = sources('lib/rules').filter((file) => /\/[A-Z]\w*\.ts$/.test(file));
  const tests = sources('test').map((file) => readFileSync(join(ROOT, file), 'utf8'));

  test('are all in the index, which is generated', () => {
    expect(readFileSync(join(ROOT, 'lib/rules/index.ts'), 'utf8')).toBe(rulesIndex());
    expect(RULES.map(({ id }) => id)).toEqual(files.map((file) => basename(file, '.ts')).sort());
  });

  test('export themselves under the name of their file, which is their id', () => {
    const wrong = files.filter((file) => {
      const id = basename(file, '.ts');
      return (
        !readFileSync(join(ROOT, file), 'utf8').includes(`export const ${id} = `) ||
        !RULES.some((rule) => rule.id === id)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('name clauses in the canonical form, each once', () => {
    const wrong = RULES.filter(
      ({ clauses }) =>
        clauses.length === 0 ||
        new Set(clauses).size !== clauses.length ||
        !clauses.every((clause) => CLAUSE_PATTERN.test(clause)),
    );
    expect(wrong.map(({ id, clauses }) => [id, clauses])).toEqual([]);
  });

  const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;

  test('have a title, a why and a fix in both languages, which differ', () => {
    const wrong = RULES.filter(({ title, why, fix }) =>
      [title, why, fix].some(
        ({ ja, en }) => ja === en || !japanese.test(ja) || japanese.test(en) || en.trim() === '',
      ),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    for (const texts of [
      RULES.flatMap(({ title }) => [title.ja, title.en]),
      RULES.flatMap(({ why }) => [why.ja, why.en]),
    ]) {
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });

  test('say in whole sentences why, and what to change', () => {
    const wrong = RULES.filter(({ why, fix }) =>
      [why, fix].some(({ ja, en }) => !ja.endsWith('。') || !en.endsWith('.')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
    // Short enough to be read along with a finding.
    const long = RULES.filter(({ why }) => why.ja.length > 150 || why.en.split(/[.:?]\s/).length > 3);
    expect(long.map(({ id }) => id)).toEqual([]);
  });

  test('say apart from the fix what to write in CDK, as a phrase that can stand in parentheses', () => {
    // The same in both languages only where it is code, in which no two words follow each other.
    const code = (text: string) => !japanese.test(text) && !/[a-z]\w* [a-z]/.test(text);
    const wrong = RULES.filter(
      ({ fix, cdk: { ja, en } }) =>
        ja.trim() === '' ||
        en.trim() === '' ||
        japanese.test(en) ||
        (!japanese.test(ja) && !(ja === en && code(ja))) ||
        /[。.]$/.test(ja) ||
        /\.$/.test(en) ||
        /CDKでは|in CDK/i.test([ja, en, fix.ja, fix.en].join(' ')),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('of resources name types, each once', () => {
    const wrong = RULES.filter(
      (rule) =>
        !isDeploymentRule(rule) &&
        (rule.resources.length === 0 ||
          new Set(rule.resources).size !== rule.resources.length ||
          !rule.resources.every((type) => /^((AWS|Alexa)::\w+::\w+|Custom::\w+)$/.test(type))),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('each have a test that speaks of them', () => {
    const untested = RULES.filter(({ id }) => !tests.some((text) => new RegExp(`\\b${id}\\b`).test(text)));
    expect(untested.map(({ id }) => id)).toEqual([]);
  });
});
