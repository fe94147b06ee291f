import { App, Aspects, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { EnforcementOptions } from './enforcement';
import { reportLanguage } from './language';
import { expectVerdict, verdictGiven } from './pending';
import { GuardrailPlugin } from './validation-plugin';

/** Options of a guardrail. */
export interface PolicyGuardrailProps {
  /**
   * The municipality's figures and choices: the name of a built-in profile, or a YAML file.
   *
   * @default 'miyazaki'
   */
  readonly profile?: string;

  /**
   * File or folder with the register of exceptions (clauses 8.4(1) to 8.4(3)); an entry counts once it is signed.
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
 * Makes synthesis fail when something in its scope breaks the information security policy.
 *
 *     Aspects.of(app).add(new PolicyGuardrail());
 *
 * The scope is an App, a Stage, a Stack or any construct in one. The finished templates of the whole app
 * are read, so overrides, nested stacks and references between stacks count as they will be deployed; what
 * is reported is limited to the scope. Findings that block cannot be acknowledged; an exception needs an
 * entry in the register. Each synth leaves `jichitai-guardrails.json` in the assembly, from which
 * `jichitai-guardrails check` tells whether every stack was covered.
 *
 * No code in an app can outlast `--ignore-errors`, its own removal, or being added to a Stage after that
 * Stage was synthesized (CDK Pipelines does so in `addStage`): `jichitai-guardrails check` finds those.
 */
export class PolicyGuardrail implements IAspect {
  private readonly options: EnforcementOptions;

  /** @throws Error when `language` is neither ja nor en */
  constructor(props: PolicyGuardrailProps = {}) {
    const { profile, exceptions, facts, language } = props;
    this.options = { profile, exceptions, facts, language: reportLanguage(language) };
    expectVerdict(this, this.options.language);
  }

  /**
   * Registers the check of the scope that this aspect was added to.
   *
   * @throws Error where CDK would never run the check
   */
  public visit(node: IConstruct): void {
    if (!Aspects.of(node).all.includes(this)) return;
    const { root } = node.node;
    if (!App.isApp(root)) {
      throw new Error(
        `PolicyGuardrail on \`${node.node.path}\`: CDK validates templates only in an App, and there is none above it`,
      );
    }
    if (isSilenced(root)) {
      throw new Error(
        `PolicyGuardrail: the context value \`${REPORT_ONLY}\` is false, so CDK would write the findings to a file and pass`,
      );
    }
    GuardrailPlugin.of(root).add({
      scope: node,
      options: this.options,
      enforced: () => verdictGiven(this),
    });
  }
}

/** The context key with which the cdk command takes the report over from CDK. */
const REPORT_ONLY = '@aws-cdk/core:failSynthOnValidationErrors';

/** Whether nobody would act on the report: the cdk command takes over, other callers have no such excuse. */
function isSilenced(root: App): boolean {
  const value: unknown = root.node.tryGetContext(REPORT_ONLY);
  return (value === false || value === 'false') && process.env['CDK_OUTDIR'] === undefined;
}
