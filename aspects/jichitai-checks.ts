import {
  App,
  CfnResource,
  type IPolicyValidationContext,
  type PolicyValidationPluginReport,
  type PolicyViolation,
} from 'aws-cdk-lib';
import { NagPack } from 'cdk-nag';
import type { IConstruct } from 'constructs';
import { registerFor } from '../lib/check';
import { type Acknowledgement, acknowledgementsIn } from './acknowledgements';
import { markAssembly, writeAttestation } from './attest';
import { Deployment, isInside } from './deployment';
import { attested, checkOptions, type EnforcementOptions, enforce } from './enforcement';
import { FinalTemplates } from './final-templates';
import { reportLanguage } from './language';
import { checkNagRules } from './nag-findings';
import { NAG_RULES } from './nag-rules';
import { expectVerdict, verdictGiven } from './pending';
import { reportOf } from './validation-plugin';
import { nagOutcomeViolation, PACK } from './violations';

/** Options of the rule pack. */
export interface JichitaiChecksProps {
  /**
   * The municipality's figures and choices: the name of a built-in profile, or a YAML file.
   *
   * @default 'miyazaki'
   */
  readonly profile?: string;

  /**
   * File or folder with the register of exceptions (clauses 8.4(1) to 8.4(3)). It names rules of cdk-nag as
   * `CdkNag-` and their name.
   *
   * @default - no exceptions
   */
  readonly exceptions?: string;

  /**
   * Files with what other repositories say of their networks, made by `jichitai-guardrails facts` (clause 4(1)①).
   *
   * @default - no other networks are known
   */
  readonly facts?: readonly string[];

  /**
   * Language of the report, `ja` or `en`.
   *
   * @default - `ja` where the environment variable LANG starts with it, else `en`
   */
  readonly language?: string;
}

/**
 * The policy as a rule pack, for teams that run cdk-nag already:
 *
 *     Validations.of(app).addPlugins(new JichitaiChecks(app));
 *
 * It gives the verdicts of `PolicyGuardrail`, and adds the rules of cdk-nag for services that the product has
 * no rule for, each with its clause. Unlike other packs it checks only the stacks that it was registered for,
 * reads them as they will be deployed, and takes acknowledgements only where the register covers them.
 */
export class JichitaiChecks extends NagPack {
  public readonly name = PACK;
  private readonly options: EnforcementOptions;
  private readonly marked: boolean;

  /**
   * @param scope the App, when the synth shall be attested (`jichitai-guardrails check` reads that)
   * @param props options
   * @throws Error when `language` is neither ja nor en
   */
  constructor(scope?: IConstruct, props: JichitaiChecksProps = {}) {
    super(scope);
    this.packName = PACK;
    const { profile, exceptions, facts, language } = props;
    this.options = { profile, exceptions, facts, language: reportLanguage(language) };
    expectVerdict(this, this.options.language);
    const root = scope?.node.root;
    this.marked = App.isApp(root);
    if (App.isApp(root)) markAssembly(root);
  }

  /** Never throws: CDK ends a synth well when a plugin does. */
  public override validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    verdictGiven(this);
    return reportOf(this.options, () => this.check(context));
  }

  /**
   * Not to be had: a verdict needs the finished templates.
   *
   * @throws Error always; synthesize the app instead, for instance with `Template.fromStack`
   */
  public override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    throw new Error(
      `JichitaiChecks reads finished templates: register it on the app of \`${scope.node.path}\` and synthesize that`,
    );
  }

  /** Part of the contract of a NagPack; the resources are walked in `validate`. */
  protected checkResource(_node: CfnResource): void {}

  private check(context: IPolicyValidationContext): readonly PolicyViolation[] {
    const app = context.appConstruct;
    if (!App.isApp(app))
      throw new Error('CDK gave no construct tree: aws-cdk-lib 2.271.0 or later is needed');
    const deployment = new Deployment(app, context.stackTemplates);
    const acknowledgements = acknowledgementsIn(app);
    const scopes = context.stackTemplates.map(({ stackConstructPath }) => stackConstructPath);
    const { assessment, violations } = enforce(deployment, scopes, this.options, acknowledgements);
    const nag = this.checkNag(app, scopes, acknowledgements);
    if (this.marked) {
      const statements = scopes.map((scope) => attested(deployment, assessment, scope, this.options));
      writeAttestation(deployment, assessment.tool, statements);
    }
    return [...violations, ...nag, ...nagOutcomeViolation(nag, this.options.language)];
  }

  private checkNag(
    app: App,
    scopes: readonly string[],
    acknowledgements: readonly Acknowledgement[],
  ): readonly PolicyViolation[] {
    const resources = app.node
      .findAll()
      .filter((node) => CfnResource.isCfnResource(node))
      .filter(({ node }) => scopes.some((scope) => isInside(node.path, scope)));
    const templates = new FinalTemplates(resources);
    const subjects = resources.map((node) => ({ node, asDeployed: templates.asDeployed(node) }));
    const register = registerFor(checkOptions(this.options));
    return checkNagRules(subjects, NAG_RULES, acknowledgements, register, this.options.language);
  }
}
