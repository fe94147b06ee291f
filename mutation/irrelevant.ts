import type { Row } from './tables';

/** What no clause of the policy speaks about. Mutants of it are not made. */
export const IRRELEVANT: readonly Row[] = [
  {
    path: /^(\w+\.)?(Group)?(Description|Name)$|^Description$|^GroupDescription$|\.Description$/,
    reason: 'A text for people',
  },
  {
    path: /\.Version$/,
    reason: 'The version of the policy language: the older one knows no variables, and is not laxer',
  },
  { path: /\.Sid$/, reason: 'A name of a statement' },
  {
    path: /^(\w*Tags)(\[|\.)?jichitai:/,
    operators: ['drop', 'drop-item'],
    reason: 'What a single resource no longer says, the template says around it; see drop-mark for the whole',
  },
  {
    path: /^\w*Tags(\[(Name|\*|.*)\])?$/,
    operators: ['drop', 'drop-item'],
    reason: 'Tags that are no marks, or whose marks the template repeats',
  },
];
