import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Assessment } from '../lib/assess';
import { FORMATS } from '../lib/cli/formats';
import { RULES } from '../lib/rules';
import type { Language } from '../lib/text';

// No report says what a name in a template makes it say.

const CONTROL = /(?!\n)[\p{Cc}\p{Bidi_Control}]/u;
/** Controls that a format may hold: CSV ends its lines with them. */
const OBEYED = /(?![\r\n\t])[\p{Cc}\p{Bidi_Control}]/u;
const FORMULA = /^[\s\u3000]*[=+\-@＝＋－＠]/;

/** What each format must not have; the text is what somebody or something reads. */
const FAULTS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  text: (text) => [
    ...(CONTROL.test(text) ? ['control characters'] : []),
    ...(/^\s*(::|##\[|##vso)/m.test(text) ? ['a command for a runner'] : []),
  ],
  json: json,
  gitlab: json,
  oscal: json,
  sarif: (text) => {
    const faults = json(text);
    const uris = [...text.matchAll(/"uri": ?"((?:[^"\\]|\\.)*)"/g)].map(
      ([, uri]) => JSON.parse(`"${uri}"`) as string,
    );
    return [...faults, ...uris.filter((uri) => !isUri(uri)).map((uri) => `no URI: ${uri}`)];
  },
  junit: (text) => xml(text),
  html: (text) => [
    ...(OBEYED.test(text) ? ['control characters'] : []),
    ...(/<script>alert|<img src=x|<\/script><script>/i.test(text) ? ['markup of a name'] : []),
  ],
  markdown: (text) => [
    ...(CONTROL.test(text) ? ['control characters'] : []),
    ...(/^(?!.*`).*(<script|<img|\]\(http:\/\/evil)/m.test(text) ? ['markup of a name'] : []),
  ],
  github: (text) => [
    ...(CONTROL.test(text) ? ['control characters'] : []),
    ...text
      .split('\n')
      .filter(
        (line) => line.startsWith('::') && !/^::(error|warning|notice|debug|group|endgroup)\b/.test(line),
      ),
  ],
  csv: (text) => cellsOf(text).filter((cell) => FORMULA.test(cell) || OBEYED.test(cell)),
};

function json(text: string): readonly string[] {
  JSON.parse(text);
  return CONTROL.test(text) ? ['control characters'] : [];
}

function isUri(uri: string): boolean {
  return (
    /^(?:[\w.~!$&()*+,;=:@/#?-]|%[0-9A-Fa-f]{2}|\[|\])*$/.test(uri) && URL.canParse(uri, 'file:///base/')
  );
}

function xml(text: string): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(text).close();
  return [...faults, ...(OBEYED.test(text) ? ['control characters'] : [])];
}

/** The cells of a text of comma-separated values, read as spreadsheets do. */
function cellsOf(text: string): readonly string[] {
  return [...text.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(?:,|\r?\n|$)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

/** What is wrong with the reports of an assessment, in all formats. */
export async function faultsOfReports(
  assessment: Assessment,
  language: Language,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [name, { load }] of Object.entries(FORMATS)) {
    const written = await load()({
      assessment,
      language,
      rules: RULES,
      now: new Date('2026-11-24T03:04:05Z'),
      placeOf: () => undefined,
    });
    const report = written instanceof Uint8Array ? written : [...written].join('');
    const found =
      typeof report === 'string'
        ? (FAULTS[name]?.(report) ?? ['a format that nothing looks at'])
        : Object.entries(unzipSync(report))
            .filter(([file]) => /\.(xml|rels)$/.test(file))
            .flatMap(([, bytes]) => {
              const text = Buffer.from(bytes).toString();
              return [...xml(text), ...(/<f[ >]/.test(text) ? ['a formula'] : [])];
            });
    faults.push(...found.map((fault) => `${name}: ${fault}`));
  }
  return faults;
}
