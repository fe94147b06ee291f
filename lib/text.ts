/** Text in both languages of the product. Everything that a user may read is one of these. */
export interface Text {
  readonly ja: string;
  readonly en: string;
}

export type Language = 'ja' | 'en';

/** The same text in both languages: names, paths, literals. */
export function plain(text: string): Text {
  return { ja: text, en: text };
}

/** Joins parts, bilingual or plain, into one text. */
export function concat(...parts: readonly (Text | string)[]): Text {
  let ja = '';
  let en = '';
  for (const part of parts) {
    ja += typeof part === 'string' ? part : part.ja;
    en += typeof part === 'string' ? part : part.en;
  }
  return { ja, en };
}

export function joinTexts(parts: readonly Text[], separator: Text): Text {
  return {
    ja: parts.map((part) => part.ja).join(separator.ja),
    en: parts.map((part) => part.en).join(separator.en),
  };
}
