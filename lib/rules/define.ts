import type { Marks } from '../analysis/marks';
import type { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import type { Profile } from '../policy/profile';
import type { ZoneName } from '../policy/zones';
import type { Text } from '../text';

/** An entry of the register of exceptions that lifts nothing, and why (8.4(1), 2(8)①). */
export interface Refusal {
  readonly application: string;
  /** Where the entry stands. */
  readonly file: string;
  readonly line: number | undefined;
  readonly reason: Text;
  /** An exception that was taken without prior approval (8.4(2)). */
  readonly isEmergency: boolean;
}

/** What a rule may ask besides the resource itself. */
export interface Context {
  readonly deployment: Deployment;
  readonly profile: Profile;
  /** Zone and classification of resources. */
  readonly marks: Marks;
  /** Entries of the register of exceptions that do not count. */
  readonly refusals: readonly Refusal[];
  /** The day of the check, YYYY-MM-DD in Japan. */
  readonly today: string;
  /** The version of this package. */
  readonly version: string;
}

/** Where a rule applies; everywhere when left out. The conditions are alternatives: one of them is enough. */
export interface Applicability {
  readonly zones?: readonly ZoneName[];
  readonly orConfidentialityAtLeast?: 2 | 3;
  readonly orIntegrityAtLeast?: 2;
  readonly orAvailabilityAtLeast?: 2;
}

interface Declaration {
  /** Stable, and the name of the rule's file: says what must hold. */
  readonly id: string;
  /** In the canonical form, for example `4(1)①`. */
  readonly clauses: readonly string[];
  /** What must hold, as a sentence. */
  readonly title: Text;
  /** What goes wrong where it does not hold: one or two sentences in our own words. */
  readonly why: Text;
  /** What to change in the template. */
  readonly fix: Text;
  /** What to write in CDK instead: a phrase without a full stop, which stands behind the fix. */
  readonly cdk: Text;
  /** `must`: a violation blocks. `should`: it warns. Follows the wording of the policy. @default must */
  readonly duty?: 'must' | 'should';
  /**
   * The version of this package from which a violation blocks. Before it, a new rule is announced as a warning, so that
   * an update breaks nobody's build without notice. @default - from the first version with the rule
   */
  readonly enforcedFrom?: string;
}

/** A duty of each resource of some types. */
export interface ResourceRule extends Declaration {
  readonly resources: readonly string[];
  readonly appliesTo?: Applicability;
  /** Pure. Says how the duty stands for one resource. */
  readonly check: (resource: Resource, context: Context) => Claim;
}

/** Something that a rule about the whole deployment judges. */
export interface Subject {
  readonly resource?: Resource;
  readonly template?: Template;
  /** A place outside of the templates. */
  readonly file?: string;
  readonly line?: number;
  readonly claim: Claim;
}

/** A duty of the deployment as a whole, or of a template. */
export interface DeploymentRule extends Declaration {
  readonly checkDeployment: (context: Context) => readonly Subject[];
}

export type Rule = ResourceRule | DeploymentRule;

export function defineRule(rule: ResourceRule): ResourceRule {
  return rule;
}

export function defineDeploymentRule(rule: DeploymentRule): DeploymentRule {
  return rule;
}

export function isDeploymentRule(rule: Rule): rule is DeploymentRule {
  return 'checkDeployment' in rule;
}
