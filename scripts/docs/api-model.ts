/** What api-extractor says of a declaration (`*.api.json`); what the pages need of it. */
export interface ApiItem {
  readonly kind: string;
  readonly name: string;
  readonly docComment?: string;
  readonly excerptTokens?: readonly { readonly text: string }[];
  readonly members?: readonly ApiItem[];
  readonly fileUrlPath?: string;
  readonly isOptional?: boolean;
  readonly isStatic?: boolean;
  readonly isProtected?: boolean;
  readonly isAbstract?: boolean;
  readonly propertyTypeTokenRange?: TokenRange;
  readonly parameters?: readonly { readonly parameterName: string }[];
}

interface TokenRange {
  readonly startIndex: number;
  readonly endIndex: number;
}

/** A docstring by its parts. */
export interface Docstring {
  readonly summary: string;
  /** What holds where a property is left out. */
  readonly default?: string | undefined;
  readonly parameters: ReadonlyMap<string, string>;
  readonly returns?: string | undefined;
  readonly throws?: string | undefined;
  readonly examples: readonly string[];
}

/** What the one entry point of a model holds. */
export function entryPointOf(model: ApiItem): ApiItem {
  const entry = model.members?.find(({ kind }) => kind === 'EntryPoint');
  if (entry === undefined) throw new Error('the model of the API has no entry point');
  return entry;
}

/** A declaration as it is written, in one line. */
export function signatureOf({ excerptTokens = [] }: ApiItem): string {
  return excerptTokens
    .map(({ text }) => text)
    .join('')
    .replace(/^export (?:declare )?/, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/;?\s*$/, '');
}

export function typeOf({ excerptTokens = [], propertyTypeTokenRange: range }: ApiItem): string {
  if (range === undefined) return '';
  return excerptTokens
    .slice(range.startIndex, range.endIndex)
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s+/g, ' ');
}

export function docstringOf({ docComment = '' }: ApiItem): Docstring {
  const text = docComment
    .replace(/^\/\*\*/, '')
    .replace(/\*\/\s*$/, '')
    .replaceAll(/^[ \t]*\* ?/gm, '')
    .replaceAll(/\{@link ([^}|]+)(?:\|[^}]*)?\}/g, '`$1`');
  const [summary = '', ...blocks] = text.split(/(?:^|(?<=[.)]) +)@(?=[a-z])/m);
  const all = blocks.map((block) => {
    const [, tag = '', rest = ''] = /^([a-zA-Z]+)\s*([\s\S]*)$/.exec(block) ?? [];
    return { tag, rest: rest.trim() };
  });
  const one = (...tags: readonly string[]) => all.find(({ tag }) => tags.includes(tag))?.rest;
  return {
    summary: summary.trim(),
    default: one('default', 'defaultValue')?.replace(/^-\s*/, ''),
    parameters: new Map(
      all
        .filter(({ tag }) => tag === 'param')
        .map(({ rest }) => {
          const [, name = '', said = ''] = /^(\w+)\s*-?\s*([\s\S]*)$/.exec(rest) ?? [];
          return [name, said];
        }),
    ),
    returns: one('returns'),
    throws: one('throws'),
    examples: all.filter(({ tag }) => tag === 'example').map(({ rest }) => rest),
  };
}
