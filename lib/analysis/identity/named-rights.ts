import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { GuardLimitError } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf } from '../arn-pattern';
import type { Marks } from '../marks';
import type { Statement } from '../policy-document';
import { type Entrance, entrances } from './entrances';
import type { Grant } from './grants';
import { type By, permissionsOf } from './permissions';
import { isAboutEverything } from './statements';
import { ALL_USES, targetsOf } from './stores';
import { TargetIndex } from './targets-named';

/** A right to get at a resource of the deployment that a statement names, by reference or by a pattern. */
export interface NamedRight {
  readonly resource: Resource;
  readonly action: string;
  readonly grant: Grant;
  /** Whether it is there, and names the resource by less than everything. */
  readonly given: Claim;
}

const ASSUME = 'sts:AssumeRole';
const ASSUMING = [ASSUME];

/** Resources and roles of the deployment that are asked about, picked out once for all identities. */
export class Concern {
  private readonly index: TargetIndex;
  /** Roles that leave it to their account who becomes them. */
  private readonly roles: readonly Entrance[];

  constructor(
    deployment: Deployment,
    /** Whether a resource may be asked about, under some choice. */
    private readonly concerns: (resource: Resource) => boolean,
  ) {
    this.index = new TargetIndex(targetsOf(deployment).filter(({ resource }) => this.mayConcern(resource)));
    this.roles = entrances(deployment).byAccount.filter(({ role }) => this.mayConcern(role));
  }

  /** What cannot be decided is left to whoever finds a right to it. */
  private mayConcern(resource: Resource): boolean {
    try {
      return this.concerns(resource);
    } catch (error) {
      if (!(error instanceof GuardLimitError)) throw error;
      return true;
    }
  }

  /**
   * The rights of an identity to them. A right to everything is none of these: it says nothing of those resources, which
   * may be in another account. Neither is one to resources in an account that is certainly another one.
   */
  rightsOf(identity: Resource, facts: Facts): readonly NamedRight[] {
    const permissions = permissionsOf(identity, facts).seen();
    const isAsked = (resource: Resource) =>
      resource !== identity && !isElsewhere(resource, identity) && this.concerns(resource);
    const found: NamedRight[] = [];
    const add = (resource: Resource, action: string, statements: readonly By[]) => {
      for (const { grant, allowed } of statements) {
        const given = byName({ grant, allowed });
        if (!given.breaks.isAlways) found.push({ resource, action, grant, given });
      }
    };
    const naming = permissions.naming(ALL_USES).filter((so) => so === undefined || !isOfEverything(so));
    const targets = naming.length === 0 ? [] : this.index.named(naming);
    const named = targets.length === 0 ? NONE : permissions.mayName(ALL_USES);
    for (const { resource, arn, actions } of targets) {
      const asked = actions.filter((action) => named.has(action));
      if (asked.length === 0 || !isAsked(resource)) continue;
      for (const action of asked) {
        add(resource, action, permissions.statementsFor({ action, target: arn, within: true }));
      }
    }
    if (this.roles.length === 0 || permissions.mayName(ASSUMING).size === 0) return found;
    for (const { role, opens } of this.roles) {
      if (!isAsked(role)) continue;
      const statements = permissions.statementsFor({ action: ASSUME, target: arnOf(role) });
      add(
        role,
        ASSUME,
        statements.map(({ grant, allowed }) => ({ grant, allowed: allowed.and(opens) })),
      );
    }
    return found;
  }
}

const NONE: ReadonlySet<string> = new Set();

/** Whether a statement certainly names everything, and so none of what it is about. */
function isOfEverything(so: Statement): boolean {
  return isAboutEverything(so).holds.isAlways;
}

function isElsewhere(a: Resource, b: Resource): boolean {
  const [one, other] = [a.template.stack.account, b.template.stack.account];
  return one !== undefined && other !== undefined && one !== other;
}

function byName({ grant: { statement }, allowed }: By): Claim {
  if (statement === undefined) return Claim.BREAKS;
  const { holds, breaks } = allowed.and(isAboutEverything(statement).not());
  return new Claim(holds, breaks);
}

/** Concerns that are made once for a deployment and its marks. */
export function concernBy(
  concerns: (resource: Resource, marks: Marks) => boolean,
): (deployment: Deployment, marks: Marks) => Concern {
  const made = new WeakMap<Marks, WeakMap<Deployment, Concern>>();
  return (deployment, marks) => {
    let byDeployment = made.get(marks);
    if (byDeployment === undefined) {
      byDeployment = new WeakMap();
      made.set(marks, byDeployment);
    }
    let concern = byDeployment.get(deployment);
    if (concern === undefined) {
      concern = new Concern(deployment, (resource) => concerns(resource, marks));
      byDeployment.set(deployment, concern);
    }
    return concern;
  };
}
