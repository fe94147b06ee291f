import {
  type AnalyzeDiagnostic,
  type EnforcementLevel,
  type PolicyInfo,
  type PolicySeverity,
  PolicyType,
} from '@pulumi/pulumi/proto/analyzer_pb';
import { decode, type Properties } from './wire';

export type Level = 'advisory' | 'mandatory' | 'disabled' | 'remediate';

/** A policy as its pack describes it. Texts that it does not give are empty. */
export interface Policy {
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly level: Level;
  readonly type: 'resource' | 'stack' | 'unknown';
  readonly severity: string;
  readonly configSchema?: { readonly properties: Properties; readonly required: readonly string[] };
  readonly framework?: Readonly<Record<'name' | 'version' | 'reference' | 'specification', string>>;
  readonly tags: readonly string[];
  readonly remediationSteps: string;
  readonly url: string;
}

export interface PolicyDiagnostic {
  readonly policy: string;
  readonly message: string;
  readonly description: string;
  readonly level: Level;
  readonly severity: string;
  /** As the engine shows it: a violation of the stack that names no resource of it is one of the stack itself. */
  readonly urn: string;
  readonly stage: 'resource' | 'stack';
}

/** Named by their numbers in the protocol. */
const LEVELS: readonly Level[] = ['advisory', 'mandatory', 'disabled', 'remediate'];
const SEVERITIES: readonly string[] = ['', 'low', 'medium', 'high', 'critical'];

export function policyOf(info: PolicyInfo): Policy {
  const schema = info.getConfigschema();
  const framework = info.getFramework()?.toObject();
  return {
    name: info.getName(),
    displayName: info.getDisplayname(),
    description: info.getDescription(),
    level: nameOf(info.getEnforcementlevel()),
    type: typeOf(info.getPolicyType()),
    severity: severityOf(info.getSeverity()),
    ...(schema === undefined
      ? {}
      : { configSchema: { properties: decode(schema.getProperties()), required: schema.getRequiredList() } }),
    ...(framework === undefined ? {} : { framework }),
    tags: info.getTagsList(),
    remediationSteps: info.getRemediationSteps(),
    url: info.getUrl(),
  };
}

export function diagnosticOf(
  found: AnalyzeDiagnostic,
  urn: string,
  stage: PolicyDiagnostic['stage'],
): PolicyDiagnostic {
  return {
    policy: found.getPolicyname(),
    message: found.getMessage(),
    description: found.getDescription(),
    level: nameOf(found.getEnforcementlevel()),
    severity: severityOf(found.getSeverity()),
    urn,
    stage,
  };
}

export function levelOf(name: string): EnforcementLevel {
  const level = (LEVELS as readonly string[]).indexOf(name);
  if (level < 0) throw new Error(`no enforcement level ${name}`);
  return level as EnforcementLevel;
}

function nameOf(level: EnforcementLevel): Level {
  return LEVELS[level]!;
}

function severityOf(severity: PolicySeverity): string {
  return SEVERITIES[severity]!;
}

function typeOf(type: PolicyType): Policy['type'] {
  if (type === PolicyType.POLICY_TYPE_RESOURCE) return 'resource';
  return type === PolicyType.POLICY_TYPE_STACK ? 'stack' : 'unknown';
}
