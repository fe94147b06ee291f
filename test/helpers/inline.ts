import { tmpdir } from 'node:os';
import { type Assessment, assess } from '../../lib/assess';
import { Deployment } from '../../lib/model/deployment';
import { addTemplate } from '../../lib/model/load-template';
import { parseSource } from '../../lib/model/source';
import type { StackInfo } from '../../lib/model/template';
import { MIYAZAKI, type Profile } from '../../lib/policy/profile';
import type { ZoneName } from '../../lib/policy/zones';
import type { Rule } from '../../lib/rules/define';

/** A template as text (JSON or YAML) or as an object. */
export type TemplateBody = string | object;

/** A deployment of templates that are written in the test. */
export function deploymentOf(
  ...templates: readonly (TemplateBody | { body: TemplateBody; stack: StackInfo })[]
): Deployment {
  const deployment = new Deployment();
  for (const [index, given] of templates.entries()) {
    const { body, stack } =
      typeof given === 'object' && 'body' in given && 'stack' in given
        ? given
        : { body: given as TemplateBody, stack: {} };
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const file = `${tmpdir()}/inline-${index}.${typeof body === 'string' ? 'yaml' : 'json'}`;
    addTemplate(deployment, { file, root: tmpdir(), stack }, parseSource(text, file));
  }
  return deployment;
}

/** The day of the check where a test names none, so that tests do not age. */
export const TEST_DAY = '2026-11-24';

/** Assesses templates by some rules. */
export function assessInline(
  rules: readonly Rule[],
  templates: readonly TemplateBody[],
  options: {
    readonly profile?: Partial<Profile>;
    readonly zone?: ZoneName;
    readonly today?: string;
    readonly version?: string;
  } = {},
): Assessment {
  return assess({
    deployment: deploymentOf(...templates),
    rules,
    profile: { ...MIYAZAKI, ...options.profile },
    today: options.today ?? TEST_DAY,
    ...(options.version === undefined ? {} : { version: options.version }),
    ...(options.zone === undefined ? {} : { defaultZone: options.zone }),
  });
}
