import { type ApiItem, docstringOf, signatureOf, typeOf } from './api-model';
import { CONCERNS } from './constructs';
import { GENERATED, table } from './words';

const REFERENCE = 'reference';

/** The page of a declaration, by the folder of its source. */
function pageOf(specifier: string, { fileUrlPath = '' }: ApiItem): { file: string; title: string } {
  const [, ...entry] = specifier.split('/');
  if (entry.length > 0) return { file: `${entry.join('-')}.md`, title: `Entry point ${specifier}` };
  const [, folder, concern = ''] = /^dist\/(\w+)\/(?:(\w+)\/)?/.exec(fileUrlPath) ?? [];
  if (folder === 'aspects') return { file: 'guardrail.md', title: 'Guardrail, marking and exceptions' };
  if (folder !== 'constructs') return { file: 'check.md', title: 'Checks from a program' };
  const title = CONCERNS[concern]?.en;
  if (title === undefined) throw new Error(`no title for the constructs in ${fileUrlPath}`);
  return { file: `${concern}.md`, title };
}

/** Pages of all that the entry points export, by path under docs/api; models by what programs import. */
export function apiPages(models: ReadonlyMap<string, ApiItem>): ReadonlyMap<string, string> {
  const pages = new Map<string, { title: string; specifier: string; items: ApiItem[] }>();
  for (const [specifier, { members = [] }] of models) {
    for (const item of members) {
      const { file, title } = pageOf(specifier, item);
      const page = pages.get(file) ?? { title, specifier, items: [] };
      page.items.push(item);
      pages.set(file, page);
    }
  }
  const order = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
  const places = new Map(
    order.flatMap(([file, { items }]) =>
      items.map(({ name }) => [name, `${file}#${name.toLowerCase()}`] as const),
    ),
  );
  const texts = order.map(([file, { title, specifier, items }]) => {
    const sections = items.map((item) => section(item, places));
    const text = [GENERATED, `# ${title}`, `From \`${specifier}\`. [All names](README.md)`, ...sections];
    return [`${REFERENCE}/${file}`, `${text.join('\n\n')}\n`] as const;
  });
  const list = order.map(([file, { title, items }]) =>
    [
      `## [${title}](${file})`,
      table(
        ['name', 'what it is'],
        items.map((item) => [linked(item.name, places), firstSentence(docstringOf(item).summary)]),
      ),
    ].join('\n\n'),
  );
  const introduction =
    'All that the package exports, from its docstrings. What changes between versions shows in the report of the API beside this folder.';
  return new Map([
    [`${REFERENCE}/README.md`, `${[GENERATED, '# API', introduction, ...list].join('\n\n')}\n`],
    ...texts,
  ]);
}

type Places = ReadonlyMap<string, string>;

function section(item: ApiItem, places: Places): string {
  const doc = docstringOf(item);
  const members = (item.members ?? []).filter(({ isProtected }) => isProtected !== true);
  const of = (...kinds: readonly string[]) => members.filter(({ kind }) => kinds.includes(kind));
  return [
    `## ${item.name}`,
    ...code([signatureOf(item), ...of('Constructor').map((member) => ofConstructor(item.name, member))]),
    ...said(doc),
    ...properties(of('Property', 'PropertySignature'), places),
    ...values(of('EnumMember')),
    ...methods(of('Method', 'MethodSignature')),
  ].join('\n\n');
}

function ofConstructor(name: string, item: ApiItem): string {
  return signatureOf(item).replace(/^(?:protected )?constructor/, `new ${name}`);
}

function code(lines: readonly string[]): readonly string[] {
  return [`\`\`\`ts\n${lines.join('\n')}\n\`\`\``];
}

/** A docstring as paragraphs. */
function said(doc: ReturnType<typeof docstringOf>): readonly string[] {
  const parameters = [...doc.parameters].map(([name, text]) => `- \`${name}\`: ${oneLine(text)}`);
  return [
    ...(doc.summary === '' ? [] : [doc.summary]),
    ...(parameters.length === 0 ? [] : [parameters.join('\n')]),
    ...(doc.returns === undefined ? [] : [`Returns ${oneLine(doc.returns)}`]),
    ...(doc.throws === undefined ? [] : [`Throws ${oneLine(doc.throws)}`]),
    ...doc.examples.map((example) => (example.includes('```') ? example : (code([example])[0] as string))),
  ];
}

function properties(items: readonly ApiItem[], places: Places): readonly string[] {
  if (items.length === 0) return [];
  const hasDefaults = items.some((item) => item.isOptional);
  const head = ['property', 'type', ...(hasDefaults ? ['default'] : []), 'what it is'];
  const rows = items.map((item) => {
    const doc = docstringOf(item);
    // What a docstring leaves to the reader must not look like a value.
    const otherwise = item.isOptional ? oneLine(doc.default ?? 'not given') : 'required';
    return [
      `\`${item.isStatic ? 'static ' : ''}${item.name}\``,
      linked(typeOf(item), places),
      ...(hasDefaults ? [otherwise] : []),
      oneLine(doc.summary),
    ];
  });
  return [table(head, rows)];
}

function values(items: readonly ApiItem[]): readonly string[] {
  if (items.length === 0) return [];
  const rows = items.map((item) => [`\`${signatureOf(item)}\``, oneLine(docstringOf(item).summary)]);
  return [table(['value', 'what it is'], rows)];
}

function methods(items: readonly ApiItem[]): readonly string[] {
  return items.map((item) =>
    [`### ${item.name}()`, ...code([signatureOf(item)]), ...said(docstringOf(item))].join('\n\n'),
  );
}

/** A type, with a link where it is one of the package's own. */
function linked(type: string, places: Places): string {
  const place = places.get(type.replace(/\[\]$/, '').replace(/^readonly /, ''));
  return place === undefined ? `\`${type}\`` : `[\`${type}\`](${place})`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function firstSentence(text: string): string {
  return /^[\s\S]*?\.(?=\s|$)/.exec(oneLine(text))?.[0] ?? oneLine(text);
}
