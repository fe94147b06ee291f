import type { Text } from '../../text';
import { printable } from '../words';

/** Text that is HTML already. Everything else is escaped on its way into a page. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Content = string | number | Markup | undefined | false | readonly Content[];

/** HTML from a template literal: what stands in it is escaped, unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += `${render(value)}${strings[index + 1] ?? ''}`;
  return new Markup(text);
}

function render(content: Content): string {
  if (content instanceof Markup) return content.text;
  if (content === undefined || content === false) return '';
  return Array.isArray(content) ? content.map(render).join('') : escaped(String(content));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Names from a template can neither end an element or attribute nor turn the direction of writing. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A text in both languages, of which the page shows one. */
export function both({ ja, en }: Text): Markup {
  return ja === en
    ? html`${ja}`
    : html`<span class="ja" lang="ja">${ja}</span><span class="en" lang="en">${en}</span>`;
}
