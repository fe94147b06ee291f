import { stringify } from 'yaml';
import type { Deployment } from '../model/deployment';
import { networkFacts } from './abridge';
import type { FactsFile } from './facts-schema';

const HEADING = ` Networks of the stacks named below, for checks of other stacks: \`jichitai-guardrails check --facts FILE\`.
 Made by \`jichitai-guardrails facts\`: do not edit, make it anew.`;

/** What another repository needs to know of the networks of a deployment, as YAML. */
export function writeFacts(deployment: Deployment): string {
  const file: FactsFile = { version: 1, stacks: networkFacts(deployment) };
  const lines = HEADING.split('\n').map((line) => `#${line}`);
  return `${lines.join('\n')}\n${stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 })}`;
}
