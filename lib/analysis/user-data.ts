import type { Field } from '../model/field';
import type { Guard } from '../model/guard';
import { describeValue, type Value } from '../model/value';
import type { Text } from '../text';

/** Where the scripts stand that machines run when they start. */
export const USER_DATA: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'UserData',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.UserData',
  'AWS::AutoScaling::LaunchConfiguration': 'UserData',
};

/** Stands in a script for a part that is not known before deployment: a character that no script has. */
export const HOLE = '\uE000';
/** Stands in a script for an id or attribute of a resource. */
export const REFERENCE = '\uE001';

/** A script that a machine runs when it starts, as plain text. */
export interface Script {
  readonly when: Guard;
  /** Undefined where there is none. */
  readonly text?: string;
  /** Why it cannot be read. */
  readonly hidden?: Text;
}

/** The user data that can stand in a property, out of Base64. */
export function scriptsOf(userData: Field): readonly Script[] {
  return userData.alternatives
    .filter(({ value }) => value.kind !== 'impossible')
    .map(({ when, value }) => ({ when, ...read(value) }));
}

function read(value: Value): Omit<Script, 'when'> {
  switch (value.kind) {
    case 'absent':
      return {};
    case 'known':
      return decode(String(value.value));
    case 'text':
      return {
        text: value.parts
          .map((part) => (typeof part === 'string' ? part : part.kind === 'reference' ? REFERENCE : HOLE))
          .join(''),
      };
    default:
      return { hidden: describeValue(value) };
  }
}

function decode(text: string): Omit<Script, 'when'> {
  // A script begins with a word or a sign that Base64 does not have: `#!`, `<powershell>`, `#cloud-config`.
  if (!/^[A-Za-z0-9+/\s]+(?:={1,2}\s*)?$/.test(text)) return { text };
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  if (bytes.length === 0) return { text };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return { hidden: { ja: '圧縮された起動スクリプト', en: 'a compressed start script' } };
  }
  return decoded.includes('\uFFFD') ? { text } : { text: decoded };
}
