import { InputError } from '../errors';
import { concat, type Text } from '../text';
import { type JsonFault, type ResourceOffsets, scanJson } from './json-scan';
import type { LineFinder, Origin } from './template';

/** A file of the template formats, parsed. */
export interface Source {
  readonly data: unknown;
  /** As it stands in the file, read again where that can be: texts are as large as all that is made of them. */
  readonly text?: () => string;
  readonly lineOf: LineFinder;
  /** Whether a word may stand in it: false only where it certainly does not. */
  readonly mayMention: (word: string) => boolean;
  /** For what another tool than CloudFormation's is written in. */
  readonly origin?: Origin;
}

/** Most nodes that a YAML document may have with its aliases written out. */
const MOST_NODES = 1_000_000;
/**
 * CloudFormation takes templates of 1 MB. What is many times as large is no template, and would cost memory and time
 * without end.
 */
export const MOST_CHARACTERS = 20_000_000;
const MOST_VALUES = 250_000;
/** Characters of a YAML text that may begin a value or a fault in one: the parser keeps both. */
const MOST_MARKS = 300_000;
const MARKS = new Set([...',:[{"\'&*!?-'].map((mark) => mark.charCodeAt(0)));
export const TOO_LARGE: Text = {
  ja: 'テンプレートとしては大きすぎます（CloudFormationの上限は1 MB）',
  en: 'too large for a template: CloudFormation takes 1 MB',
};
export const TOO_DEEP: Text = { ja: '入れ子が深すぎます', en: 'nested too deeply' };
/** Deeper nesting than any template that people or tools write; what walks the data may recurse. */
export const DEEPEST_DATA = 300;

/**
 * Parses JSON or YAML, by content: what starts like JSON is JSON.
 * @param again reads the same text again @default - the text is kept
 * @throws InputError with file and line for syntax errors and duplicate keys
 */
export function parseSource(text: string, file: string, again: () => string = keeping(text)): Source {
  if (text.length > MOST_CHARACTERS) throw new InputError(TOO_LARGE, file, 1);
  const body = withoutMark(text);
  const start = body.search(/\S/);
  if (start < 0) throw new InputError({ ja: 'ファイルが空です', en: 'the file is empty' }, file, 1);
  const isJson = body[start] === '{' || body[start] === '[';
  return { ...(isJson ? parseJson(body, file, again) : parseYaml(body, file)), text: again };
}

// Functions that remember something are made where no text is in sight: all that are made in one place remember the same.
function keeping(text: string): () => string {
  return () => text;
}

function linesOf(again: () => string, resources: ResourceOffsets): LineFinder {
  const text = () => withoutMark(again());
  return (path) => jsonTools().lineAt({ text, resources }, path);
}

function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

/** What is asked about texts before anything is worked out. */
const WORDS = ['Fn::ForEach::', 'Fn::Transform'];

function mentionsIn(text: string): (word: string) => boolean {
  // A letter may be written by its code.
  const absent = text.includes('\\u') ? [] : WORDS.filter((word) => !text.includes(word));
  return notAmong(absent);
}

function notAmong(absent: readonly string[]): (word: string) => boolean {
  return (word) => !absent.includes(word);
}

export function writtenTwice(key: string): Text {
  return {
    ja: `キー${JSON.stringify(key)}が一つのオブジェクトに二度書かれています。一方を削除してください`,
    en: `the key ${JSON.stringify(key)} is written twice in one object; keep one of them`,
  };
}

function parseJson(text: string, file: string, again: () => string): Source {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    // YAML flow style starts like JSON as well.
    if (!/\.(json|template)$/i.test(file)) return parseYaml(text, file);
    throw jsonError(text, file, error);
  }
  const scanned = scanJson(text, DEEPEST_DATA, MOST_VALUES);
  if ('kind' in scanned) throw new InputError(told(scanned), file, scanned.line);
  return { data, lineOf: linesOf(again, scanned), mayMention: mentionsIn(text) };
}

function told(fault: JsonFault): Text {
  if (fault.kind === 'duplicate') return writtenTwice(fault.key);
  return fault.kind === 'depth' ? TOO_DEEP : TOO_LARGE;
}

function jsonError(text: string, file: string, error: unknown): InputError {
  if (error instanceof RangeError) return new InputError(TOO_DEEP, file);
  const fault = jsonTools().firstError(text);
  return new InputError(
    concat(
      { ja: 'JSONとして読めません：', en: 'not valid JSON: ' },
      // The message of the engine quotes the text, and with it whatever secret stands there.
      fault?.message ?? (error as Error).name,
    ),
    file,
    fault?.line ?? 1,
  );
}

// Loaded once there is something to report: the command starts often and mostly reads sound JSON.
function jsonTools(): typeof import('./json-source') {
  return require('./json-source') as typeof import('./json-source');
}

function parseYaml(text: string, file: string): Source {
  if (text.length > MOST_MARKS && marksIn(text) > MOST_MARKS) throw new InputError(TOO_LARGE, file, 1);
  return (require('./yaml-source') as typeof import('./yaml-source')).parseYaml(text, file, MOST_NODES);
}

function marksIn(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at++) if (MARKS.has(text.charCodeAt(at))) marks++;
  return marks;
}
