import { type Assessment, assess } from '../../lib/assess';
import { MIYAZAKI } from '../../lib/policy/profile';
import type { ReportInput } from '../../lib/report/report';
import { RULES } from '../../lib/rules';
import type { Language } from '../../lib/text';
import { deploymentOf, type TemplateBody } from '../helpers/inline';

export const NOW = new Date('2026-11-24T03:04:05Z');

const MARKS = { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 } };

/** Every verdict is among its findings. */
export const ORDINARY = {
  Metadata: MARKS,
  Parameters: { Days: { Type: 'Number' } },
  Resources: {
    Records: {
      Type: 'AWS::S3::Bucket',
      Properties: {},
      Metadata: { 'aws:cdk:path': 'City/Records/Resource' },
    },
    Short: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 7 } },
    Open: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: { Ref: 'Days' } } },
    Kept: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 400 } },
  },
};

/** What names in a template can do to a report that believes them. */
export const HOSTILE_NAME =
  "=cmd|'/c calc'!A1\"><script>alert(1)</script>\u001b[31m\u202e`|**x** [a](http://evil.example) @city\n::error::x]]>&amp;%0A\ud800";

export const HOSTILE = {
  Metadata: MARKS,
  Resources: {
    [HOSTILE_NAME]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: HOSTILE_NAME },
      Metadata: { 'aws:cdk:path': HOSTILE_NAME },
    },
    '::stop-commands::x': { Type: 'AWS::S3::Bucket', Properties: {} },
  },
};

/** Assesses templates as stacks of one app; what is about the log group `Short` is excepted. */
export function sample(...templates: readonly TemplateBody[]): Assessment {
  return assess({
    deployment: deploymentOf(...templates.map((body, at) => ({ body, stack: { stackName: `City${at}` } }))),
    rules: RULES,
    profile: MIYAZAKI,
    today: '2026-11-24',
    register: {
      refusals: [],
      covers: ({ resource }) =>
        resource.logicalId === 'Short'
          ? { application: 'R8-012', approver: 'CISO', expires: '2027-03-31' }
          : undefined,
    },
  });
}

export function inputOf(
  assessment: Assessment,
  language: Language = 'en',
  more: Partial<ReportInput> = {},
): ReportInput {
  return { assessment, language, rules: RULES, now: NOW, ...more };
}

/** Both languages, and both kinds of template. */
export const CASES = (['ja', 'en'] as const).flatMap((language) => [
  [`ordinary names, ${language}`, ORDINARY, language] as const,
  [`hostile names, ${language}`, HOSTILE, language] as const,
]);
