import type { Text } from '../text';

/** An entry file with the guardrail in it, or why it cannot be put there. */
export type Insertion = { readonly text: string } | { readonly reason: Text };

const MANUAL = { ja: '手で加えてください', en: 'add it by hand' };

/**
 * Puts the guardrail behind the statement that makes the app; everything else stays as it is, letter by letter.
 *
 * @param properties what the guardrail is given, as in `{ profile: 'city.yaml' }`
 */
export function withGuardrail(text: string, properties: string): Insertion {
  const made =
    /^([ \t]*)(?:export\s+)?(?:const|let|var)\s+(\w+)(?:\s*:\s*[\w.]+)?\s*=\s*new\s+(?:\w+\.)?App\s*\(/m.exec(
      text,
    );
  if (made === null) {
    return {
      reason: {
        ja: `Appを作る文が見つかりません。${MANUAL.ja}`,
        en: `no statement makes an App; ${MANUAL.en}`,
      },
    };
  }
  const [statement, margin, app] = made as unknown as [string, string, string];
  const close = closingOf(text, made.index + statement.length - 1);
  if (close === undefined) {
    return {
      reason: {
        ja: `Appを作る文を読めません。${MANUAL.ja}`,
        en: `the statement that makes the App cannot be read; ${MANUAL.en}`,
      },
    };
  }
  const end = text[close + 1] === ';' ? close + 2 : close + 1;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const isModule = /^import\s/m.test(text);
  const knowsAspects = isModule
    ? /^import\s+(?:type\s+)?\{(?=[^{}]*\bAspects\b)[^{}]*\}\s+from/m.test(text)
    : /\{(?=[^{}]*\bAspects\b)[^{}]*\}\s*=\s*require\(/.test(text);
  const load = (name: string, from: string) =>
    isModule ? `import { ${name} } from '${from}';` : `const { ${name} } = require('${from}');`;
  const imports = [
    ...(knowsAspects ? [] : [load('Aspects', 'aws-cdk-lib')]),
    load('PolicyGuardrail', 'jichitai-guardrails'),
  ];
  const use = `${newline}${margin}Aspects.of(${app}).add(new PolicyGuardrail(${properties}));`;
  const first = firstImport(text, isModule);
  return {
    text:
      text.slice(0, first) +
      imports.map((line) => line + newline).join('') +
      text.slice(first, end) +
      use +
      text.slice(end),
  };
}

/** Where further imports go: before the first, so that nothing need be known of how the last one ends. */
function firstImport(text: string, isModule: boolean): number {
  const found = (isModule ? /^import\s/m : /^(?:const|let|var)\s[^\n]*\brequire\(/m).exec(text);
  if (found !== null) return found.index;
  // Behind what must come first: a line for the shell, and the mode of the language.
  return /^(?:#![^\n]*\n)?(?:\s*['"]use strict['"];?[^\n]*\n)?/.exec(text)?.[0].length ?? 0;
}

/** The bracket that closes the one at a place; strings and comments are passed over. */
function closingOf(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const rest = text.slice(at, at + 2);
    if (rest === '//') at = ends(text, '\n', at);
    else if (rest === '/*') at = ends(text, '*/', at + 2) + 1;
    else if (/['"`]/.test(text[at] as string)) at = closingQuote(text, at);
    else if ('([{'.includes(text[at] as string)) depth++;
    else if (')]}'.includes(text[at] as string) && --depth === 0) return at;
  }
  return undefined;
}

function ends(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}

function closingQuote(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === text[open]) return at;
  }
  return text.length;
}
