import {
  type PolicyConfigSchema,
  PolicyPack,
  type PolicyResource,
  type StackValidationArgs,
  type StackValidationPolicy,
} from '@pulumi/policy';
import * as pulumi from '@pulumi/pulumi';
import type { Assessment } from '../../assess';
import { checkLoaded, profileFor, registerFor } from '../../check';
import type { Finding } from '../../finding';
import { POLICY_EDITION } from '../../policy/clause';
import { languageOf } from '../../report/words';
import { RULES } from '../../rules';
import type { Rule } from '../../rules/define';
import type { Language } from '../../text';
import { normalise } from '../normalise';
import { type PulumiInputs, type PulumiResource, type PulumiStack, partsOfUrn } from '../resource';
import { decodeInputs } from '../wire';
import { messageOf } from './message';
import type { PolicyPackOptions } from './options';
import { configurationOf } from './settings';

/** The policy that takes settings, and tells what does not block. */
const SETTINGS = 'jichitai-guardrails';

const SETTINGS_SCHEMA: PolicyConfigSchema = {
  properties: {
    profile: {
      type: 'string',
      description:
        'A built-in profile, or a YAML file. The built-in one of Miyazaki City unless said otherwise.',
    },
    exceptions: { type: 'string', description: 'The register of exceptions, a file or a folder.' },
    zone: {
      type: 'string',
      enum: ['my-number', 'lgwan', 'internet', 'management'],
      description: 'The zone of resources that declare none.',
    },
    language: { type: 'string', enum: ['ja', 'en'], description: 'The language of messages.' },
  },
};

/** See `createPolicyPack` of the entry point. */
export function makePolicyPack(options: PolicyPackOptions = {}): PolicyPack {
  profileFor(options);
  registerFor(options);
  const assessments = new Assessments(options);
  return new PolicyPack(options.name ?? SETTINGS, {
    enforcementLevel: 'mandatory',
    policies: [settingsPolicy(assessments), ...RULES.map((rule) => policyOf(rule, assessments))],
  });
}

/** Judges a stack once for all policies, which are asked one after the other about the same resources. */
class Assessments {
  private key: string | undefined;
  private made: Assessment | undefined;
  private settings: PolicyPackOptions;

  constructor(private readonly options: PolicyPackOptions) {
    this.settings = options;
  }

  get language(): Language {
    return this.settings.language ?? languageOf(process.env);
  }

  configure(config: Partial<PolicyPackOptions>): void {
    const given = Object.fromEntries(
      Object.entries(config).filter(
        ([key, value]) => Object.hasOwn(SETTINGS_SCHEMA.properties ?? {}, key) && value !== undefined,
      ),
    );
    this.settings = { ...this.options, ...given };
  }

  of({ resources }: StackValidationArgs): Assessment {
    const stack = stackOf(resources);
    const key = JSON.stringify([this.settings, stack]);
    if (this.made === undefined || this.key !== key) {
      this.made = checkLoaded(normalise([stack]), this.settings);
      this.key = key;
    }
    return this.made;
  }
}

function settingsPolicy(assessments: Assessments): StackValidationPolicy {
  return {
    name: SETTINGS,
    description:
      'Settings of the guardrail, and what does not block: findings of rules that the policy only recommends.',
    configSchema: SETTINGS_SCHEMA,
    enforcementLevel: 'advisory',
    validateStack: (args, reportViolation) => {
      assessments.configure(args.getConfig());
      for (const finding of assessments.of(args).findings) {
        if (finding.blocking || finding.verdict === 'evidence' || finding.verdict === 'excepted') continue;
        reportViolation(messageOf(finding, assessments.language), urnOf(finding));
      }
    },
  };
}

function policyOf(rule: Rule, assessments: Assessments): StackValidationPolicy {
  return {
    name: rule.id,
    displayName: rule.title.en,
    description: `${rule.title.en}. ${rule.title.ja}`,
    severity: (rule.duty ?? 'must') === 'must' ? 'high' : 'low',
    framework: {
      name: 'Information security policy of Miyazaki City',
      version: POLICY_EDITION,
      reference: rule.clauses.join(', '),
      specification: rule.why.en,
    },
    tags: rule.clauses.map((clause) => `clause:${clause}`),
    remediationSteps: rule.fix.en,
    validateStack: (args, reportViolation) => {
      for (const finding of assessments.of(args).findings)
        if (finding.rule === rule.id && finding.blocking)
          reportViolation(messageOf(finding, assessments.language), urnOf(finding));
    },
  };
}

function urnOf({ resource }: Finding): string | undefined {
  return resource.constructPath?.startsWith('urn:') === true ? resource.constructPath : undefined;
}

function stackOf(resources: readonly PolicyResource[]): PulumiStack {
  return {
    project: pulumi.getProject(),
    stack: pulumi.getStack(),
    file: `${process.cwd()}/Pulumi.yaml`,
    resources: resources.map(resourceOf),
    config: configurationOf(),
  };
}

function resourceOf(resource: PolicyResource): PulumiResource {
  const { urn, type, name, opts, provider } = resource;
  const dependencies = Object.fromEntries(
    Object.entries(resource.propertyDependencies).map(([key, list]) => [key, list.map((one) => one.urn)]),
  );
  const props = unwrapped(resource.props) as Record<string, unknown>;
  return {
    urn,
    type,
    name: name === '' ? partsOfUrn(urn).name : name,
    // Outputs are among the properties: those that no mapping reads do no harm.
    inputs: decodeInputs(props, dependencies),
    // A component has no provider.
    custom: provider !== undefined || /^aws(-native)?:/.test(type),
    kept: opts.protect,
    ...(provider === undefined ? {} : { provider: provider.urn }),
    ...(typeof props['id'] === 'string' ? { id: props['id'] } : {}),
    outputs: decodeInputs(props, {}) as PulumiInputs,
  };
}

/** What a proxy that throws for values which are not known stands for. */
function unwrapped(value: unknown): unknown {
  const isProxy = (value as { __isSpecialProxy?: unknown } | undefined)?.__isSpecialProxy === true;
  return isProxy ? (value as { __getSpecialProxyTarget: unknown }).__getSpecialProxyTarget : value;
}
