import type { Marks } from '../analysis/marks';
import type { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import type { Resource } from '../model/resource';
import type { Template } from '../model/template';
import type { Profile } from '../policy/profile';
import type { ZoneName } from '../policy/zones';
import type { Text } from '../text';

/**
 * What the register of exceptions has to say of its own entries (8.4).
 * - `refused`, `refused-unapproved`: entries that do not count, with prior approval and without
 * - `expiring`: entries that count, and end soon
 * - `unused`: entries that count, and lift nothing
 * - `loose`: baselines that allow more than there is
 */
export type RegisterTopic = 'refused' | 'refused-unapproved' | 'expiring' | 'unused' | 'loose';

/** One remark on an entry. */
export interface RegisterNote {
  readonly application: string;
  /** Where the entry stands. */
  readonly file: string;
  readonly line: number | undefined;
  readonly said: Text;
}

/** Where a resource is, as the scopes of exceptions name it. */
export interface Place {
  readonly template: string;
  readonly stack?: string | undefined;
  readonly logicalId?: string | undefined;
  readonly constructPath?: string | undefined;
  readonly zone?: string | undefined;
}

/** The register of exceptions, as rules see it. */
export interface RegisterView {
  notes(topic: RegisterTopic): readonly RegisterNote[];
  /** Why an application does not hold for a resource that cites it; undefined where it does. */
  citationFault(application: string, place: Place): Text | undefined;
  /** Whether an entry that counts holds for a rule at a place, as far as the place alone tells. */
  holdsAt(rule: string, place: Place): boolean;
}

/** What a rule may ask besides the resource itself. */
export interface Context {
  readonly deployment: Deployment;
  readonly profile: Profile;
  /** Zone and classification of resources. */
  readonly marks: Marks;
  /** The register of exceptions; undefined where none was given. */
  readonly register?: RegisterView | undefined;
  /** Ids of all rules of this check. */
  readonly ruleIds: ReadonlySet<string>;
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

/** Resources that may settle the duty of another one. */
export interface Relief {
  /** Their types; `any` where whatever refers to the other one counts. */
  readonly types: readonly string[] | 'any';
  /** Why a finding may go, or weaken, when one of them is added. */
  readonly why: Text;
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
  /**
   * What may take a finding away from another resource by being added. A test holds every rule to it: nothing else does.
   * @default - nothing
   */
  readonly relievedBy?: readonly Relief[];
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
  /** Judged when all others have been, since it speaks of the exceptions to them; no exception lifts it. @default false */
  readonly isAboutExceptions?: boolean;
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
