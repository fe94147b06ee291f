import { resolve } from 'node:path';
import {
  AnalyzerStackConfigureRequest,
  ConfigureAnalyzerRequest,
  PolicyConfig,
} from '@pulumi/pulumi/proto/analyzer_pb';
import { Analyzer } from './analyzer';
import { analyzeRequest, analyzerResource } from './analyzer-requests';
import { type Configuration, configurationEnv, fullKeys, startHost } from './host';
import { diagnosticOf, levelOf, type Policy, type PolicyDiagnostic, policyOf } from './policy-info';
import { type EngineResource, STACK_TYPE, type StackName, urnOf } from './resource';
import { decode, encode, type Properties } from './wire';

const HOST = require.resolve('@pulumi/pulumi/cmd/run-policy-pack');
/** The host wants an address first and does not use it. */
const NO_ENGINE = '127.0.0.1:1';

export interface PolicyPackOptions extends StackName {
  /** The pack's folder, with its package.json. */
  readonly pack: string;
  /** The resources of a run. */
  readonly resources: readonly EngineResource[];
  /** @default true */
  readonly dryRun?: boolean;
  readonly organization?: string;
  /** The stack's configuration. */
  readonly stackConfig?: Configuration;
  readonly stackTags?: { readonly [name: string]: string };
  /** The policies' configuration by their names, `enforcementLevel` among the properties. */
  readonly config?: { readonly [policy: string]: Properties };
  readonly env?: { readonly [name: string]: string };
}

export interface PolicyPackInfo {
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  /** The version of `@pulumi/policy`. */
  readonly sdkVersion: string;
  readonly policies: readonly Policy[];
}

export interface PolicyRemediation {
  readonly policy: string;
  readonly urn: string;
  /** The properties that the engine goes on with. */
  readonly properties?: Properties;
  /** Why there are none. */
  readonly diagnostic: string;
}

export interface Analysis {
  readonly diagnostics: readonly PolicyDiagnostic[];
  readonly remediations: readonly PolicyRemediation[];
  /** Policies that said of something that they do not apply to it. */
  readonly notApplicable: readonly { readonly policy: string; readonly reason: string }[];
  /** Calls that failed, such as by an exception in a policy. The engine ends with an error at the first. */
  readonly errors: readonly { readonly urn?: string; readonly message: string }[];
}

export interface PolicyPackRun extends Analysis {
  readonly info: PolicyPackInfo;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether Pulumi would go on: no violation is mandatory, and no call failed. */
  readonly succeeded: boolean;
}

/** Runs a policy pack in the real host and asks it what the engine asks, of every resource and of the stack. */
export async function runPolicyPack(options: PolicyPackOptions): Promise<PolicyPackRun> {
  const { pack, project, stack, dryRun = true } = options;
  const env = {
    ...configurationEnv(project, options.stackConfig ?? {}),
    PULUMI_NODEJS_PROJECT: project,
    PULUMI_NODEJS_STACK: stack,
    PULUMI_NODEJS_DRY_RUN: String(dryRun),
    ...options.env,
  };
  const host = startHost([HOST, NO_ENGINE, '.'], resolve(pack), env);
  try {
    const analyzer = new Analyzer(`127.0.0.1:${await host.firstLine}`);
    try {
      const info = await configured(analyzer, options);
      const analysis = await analyze(analyzer, options);
      host.stop();
      const { stdout, stderr } = await host.ended;
      const mandatory = analysis.diagnostics.some(({ level }) => level === 'mandatory');
      return { info, ...analysis, stdout, stderr, succeeded: !mandatory && analysis.errors.length === 0 };
    } finally {
      analyzer.close();
    }
  } finally {
    host.stop();
  }
}

async function configured(analyzer: Analyzer, options: PolicyPackOptions): Promise<PolicyPackInfo> {
  await analyzer.configureStack(stackRequest(options));
  const info = await analyzer.info();
  const plugin = await analyzer.plugin();
  const policies = info.getPoliciesList().map(policyOf);
  const request = new ConfigureAnalyzerRequest();
  for (const { name, level } of policies) {
    // The engine configures every policy, and takes the level from the pack where the configuration has none.
    const { enforcementLevel = level, ...properties } = options.config?.[name] ?? {};
    const config = new PolicyConfig()
      .setEnforcementlevel(levelOf(String(enforcementLevel)))
      .setProperties(encode(properties));
    request.getPolicyconfigMap().set(name, config);
  }
  await analyzer.configure(request);
  return {
    name: info.getName(),
    displayName: info.getDisplayname(),
    version: info.getVersion(),
    sdkVersion: plugin.getVersion(),
    policies,
  };
}

function stackRequest(options: PolicyPackOptions): AnalyzerStackConfigureRequest {
  const { project, stack, organization = 'organization', dryRun = true, stackConfig, stackTags } = options;
  const request = new AnalyzerStackConfigureRequest()
    .setProject(project)
    .setStack(stack)
    .setOrganization(organization)
    .setDryRun(dryRun);
  for (const [key, value] of Object.entries(fullKeys(project, stackConfig?.config ?? {})))
    request.getConfigMap().set(key, value);
  for (const [name, value] of Object.entries(stackTags ?? {})) request.getTagsMap().set(name, value);
  return request;
}

/** Each resource before it is made, remedied first; then all of them as they are at the end. What is only read is not asked about. */
async function analyze(analyzer: Analyzer, options: PolicyPackOptions): Promise<Analysis> {
  const all = options.resources.filter(({ external }) => external !== true);
  const parts: Partial<Analysis>[] = [];
  const final: EngineResource[] = [];
  for (const resource of all) {
    const { urn } = resource;
    try {
      const { remedied, remediations } = await remedy(analyzer, resource, all);
      final.push(remedied);
      const answer = await analyzer.analyze(analyzeRequest(remedied, all));
      const diagnostics = answer
        .getDiagnosticsList()
        .map((found) => diagnosticOf(found, found.getUrn() || urn, 'resource'));
      parts.push({ remediations, diagnostics });
    } catch (error) {
      parts.push({ errors: [{ urn, message: (error as Error).message }] });
    }
  }
  parts.push(await analyzeStack(analyzer, final, options));
  return {
    diagnostics: parts.flatMap(({ diagnostics = [] }) => diagnostics),
    remediations: parts.flatMap(({ remediations = [] }) => remediations),
    notApplicable: parts.flatMap(({ notApplicable = [] }) => notApplicable),
    errors: parts.flatMap(({ errors = [] }) => errors),
  };
}

async function remedy(analyzer: Analyzer, resource: EngineResource, all: readonly EngineResource[]) {
  const answer = await analyzer.remediate(analyzeRequest(resource, all));
  const remediations = answer.getRemediationsList().map((remediation): PolicyRemediation => {
    const properties = remediation.hasProperties() ? decode(remediation.getProperties()) : undefined;
    return {
      policy: remediation.getPolicyname(),
      urn: resource.urn,
      diagnostic: remediation.getDiagnostic(),
      ...(properties === undefined ? {} : { properties }),
    };
  });
  const [applied] = remediations
    .filter(({ properties, diagnostic }) => properties !== undefined && diagnostic === '')
    .slice(-1);
  const remedied =
    applied?.properties === undefined
      ? resource
      : {
          ...resource,
          inputs: applied.properties,
          outputs: { ...resource.outputs, ...applied.properties },
        };
  return { remedied, remediations };
}

async function analyzeStack(
  analyzer: Analyzer,
  resources: readonly EngineResource[],
  { project, stack }: StackName,
): Promise<Partial<Analysis>> {
  const root = urnOf({ project, stack }, STACK_TYPE, `${project}-${stack}`);
  const urns = new Set(resources.map(({ urn }) => urn));
  try {
    const answer = await analyzer.analyzeStack(
      resources.map((resource) => analyzerResource(resource, resources)),
    );
    return {
      diagnostics: answer
        .getDiagnosticsList()
        .map((found) => diagnosticOf(found, urns.has(found.getUrn()) ? found.getUrn() : root, 'stack')),
      notApplicable: answer
        .getNotApplicableList()
        .map((one) => ({ policy: one.getPolicyName(), reason: one.getReason() })),
    };
  } catch (error) {
    return { errors: [{ message: (error as Error).message }] };
  }
}
