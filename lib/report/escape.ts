import { printable } from './words';

// Everything in a report may come from a template, names of files and resources above all. Each format has its own
// way to be broken out of.

/** A text in XML, in an element or in an attribute. Characters that XML 1.0 cannot hold are shown by their code. */
export function xmlText(text: string): string {
  return printable(text)
    .replace(
      /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A text on one line of Markdown, of a table too: no markup, mention or link comes of it. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(/\n/g, ' ')
    .replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character] as string)
    .replace(/[\\`*_{}[\]()#+!|~$]/g, '\\$&')
    .replace(/^(\s*)([-=\d])/g, '$1\u200b$2')
    .replace(/@|:\/\/|\bwww\./gi, '$&\u200b');
}

/** A name in a code span, of a table too: a name with backticks is put between more of them. */
export function markdownCode(text: string): string {
  const name = printable(text).replace(/\n/g, ' ').replaceAll('|', '\\|');
  const longest = Math.max(0, ...(name.match(/`+/g) ?? []).map(({ length }) => length));
  if (longest === 0) return `\`${name}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${name} ${fence}`;
}

/** The message of a command to a GitHub runner. */
export function commandText(text: string): string {
  return printable(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A property of a command to a GitHub runner. */
export function commandProperty(text: string): string {
  return commandText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A relative or absolute path as a URI reference. */
export function uriOf(path: string): string {
  const encoded = path
    .split(/[\\/]/)
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replaceAll("'", '%27'))
    .join('/');
  if (/^[A-Za-z]%3A\//.test(encoded)) return `file:///${encoded.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

/** JSON of a report. It may end on a terminal, which obeys some characters that JSON may hold as they are. */
export function jsonText(value: unknown): string {
  return `${printable(JSON.stringify(value, undefined, 2))}\n`;
}
