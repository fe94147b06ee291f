import {
  type App,
  type IPolicyValidationContext,
  type IPolicyValidationPlugin,
  type PolicyValidationPluginReport,
  type PolicyViolation,
  Validations,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AttestedGuardrail } from '../lib/model/attestation';
import { acknowledgementsIn } from './acknowledgements';
import { markAssembly, writeAttestation } from './attest';
import { Deployment } from './deployment';
import { attested, type EnforcementOptions, enforce } from './enforcement';
import { emptyScopeViolation, failureViolation, NAMESPACE } from './violations';

/** One guardrail on one scope. */
export interface Guard {
  readonly scope: IConstruct;
  readonly options: EnforcementOptions;
  /** Called once the guardrail has given its verdict. */
  readonly enforced: () => unknown;
}

const plugins = new WeakMap<IConstruct, GuardrailPlugin>();

/**
 * All guardrails of one app, as one validation plugin on the app: there it sees every template, also for
 * references that lead out of a guardrail's scope, and runs even where the scope holds no stack.
 */
export class GuardrailPlugin implements IPolicyValidationPlugin {
  /** The plugin of an app; made on first use. */
  public static of(app: App): GuardrailPlugin {
    let plugin = plugins.get(app);
    if (plugin === undefined) {
      plugin = new GuardrailPlugin(app);
      plugins.set(app, plugin);
      Validations.of(app).addPlugins(plugin);
      markAssembly(app);
    }
    return plugin;
  }

  public readonly name = NAMESPACE;
  private readonly guards: Guard[] = [];

  private constructor(private readonly app: App) {}

  /** Adds a guardrail, once: a second synth visits its scope again. */
  public add(guard: Guard): void {
    const { scope, options } = guard;
    if (!this.guards.some((known) => known.scope === scope && known.options === options)) {
      this.guards.push(guard);
    }
  }

  /** Never throws: CDK ends a synth well when a plugin does. */
  public validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const report = reportOf(this.guards[0]?.options, () => this.check(context));
    for (const guard of this.guards) guard.enforced();
    return report;
  }

  private check(context: IPolicyValidationContext): readonly PolicyViolation[] {
    const deployment = new Deployment(this.app, context.stackTemplates);
    const acknowledgements = acknowledgementsIn(this.app);
    const statements: AttestedGuardrail[] = [];
    let tool: Parameters<typeof writeAttestation>[1] | undefined;
    const violations = groupsOf(this.guards).flatMap(({ options, scopes }) => {
      const { assessment, violations: found } = enforce(deployment, scopes, options, acknowledgements);
      tool = assessment.tool;
      statements.push(...scopes.map((scope) => attested(deployment, assessment, scope, options)));
      const empty = scopes.filter((scope) => !deployment.reaches(scope));
      return [...empty.map((scope) => emptyScopeViolation(scope, options.language)), ...found];
    });
    if (tool !== undefined) writeAttestation(deployment, tool, statements);
    return violations;
  }
}

/** Turns whatever comes of a check into a report: a crash is a failure of the synth, told as one. */
export function reportOf(
  options: EnforcementOptions | undefined,
  check: () => readonly PolicyViolation[],
): PolicyValidationPluginReport {
  let violations: readonly PolicyViolation[];
  try {
    violations = check();
  } catch (error) {
    violations = [failureViolation(error, options?.language ?? 'en')];
  }
  return {
    success: !violations.some(({ severity }) => severity === 'fatal'),
    violations: [...violations],
  };
}

interface Group {
  readonly options: EnforcementOptions;
  readonly scopes: readonly string[];
}

/** Guardrails that check against the same are reported together, so that overlapping scopes repeat nothing. */
function groupsOf(guards: readonly Guard[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const { options, scope } of guards) {
    const { profile, exceptions, facts, language } = options;
    const key = JSON.stringify([profile, exceptions, facts, language]);
    const scopes = new Set([...(groups.get(key)?.scopes ?? []), scope.node.path]);
    groups.set(key, { options, scopes: [...scopes] });
  }
  return [...groups.values()];
}
