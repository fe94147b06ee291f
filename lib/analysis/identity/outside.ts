import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf } from '../arn-pattern';
import type { Marks } from '../marks';
import { Chains, chainsBy } from './chains';
import { isHere } from './entrances';
import { IDENTITY_TYPES } from './identities';
import { permissionsOf } from './permissions';
import { isAmong } from './principals';
import { isForPeople, trustOf } from './trust';

/** Whose a resource is. */
export interface Party {
  /** A vendor's or an operator's; where nothing is declared it is not, undetermined where what is cannot be told. */
  readonly declaredOutside: Claim;
  /** A vendor's or an operator's; undetermined where nothing is declared. */
  readonly outside: Claim;
  readonly municipality: Claim;
}

export function partyOf(resource: Resource, marks: Marks): Party {
  const where = (...parties: readonly string[]) =>
    marks
      .of(resource, 'party')
      .reduce<Guard>(
        (so, { value, when }) => (value !== undefined && parties.includes(value) ? so.or(when) : so),
        NEVER,
      );
  const [outside, municipality] = [where('vendor', 'operator'), where('municipality')];
  const untold = marks
    .of(resource, 'party')
    .reduce<Guard>((so, { fault, invalid, when }) => (fault && invalid !== true ? so.or(when) : so), NEVER);
  const { evidence } = marks.is(resource, 'party', 'vendor / operator');
  return {
    declaredOutside: new Claim(outside, outside.or(untold).not(), untold.isNever ? [] : evidence),
    outside: new Claim(outside, municipality, evidence),
    municipality: Claim.when(municipality),
  };
}

/** Whether a role trusts an account that the profile names as a vendor's or operator's. */
export function trustsOutsideAccount(role: Resource, { outsideAccounts }: Facts): Claim {
  if (outsideAccounts.length === 0) return Claim.BREAKS;
  return Claim.any(
    trustOf(role)
      .ways.filter(({ principal }) => isAmong(principal.account, outsideAccounts, role.template))
      .map(({ opens }) => opens),
  );
}

const openToPeople = chainsBy(
  (_deployment: Deployment) =>
    new Chains({
      start: Claim.BREAKS,
      way: (way, _role, before) => {
        if (!isForPeople(way)) return Claim.BREAKS;
        const { kind, resource } = way.principal;
        return kind === 'role' && resource !== undefined ? way.opens.and(before(resource)) : way.opens;
      },
      join: orUnseen,
    }),
);

/** Whether people can become a role, also over other roles of the deployment. */
export function isOpenToPeople(role: Resource): Claim {
  return openToPeople(role.deployment).of(role);
}

/** Any of the ways into a role, or one that cannot be seen. */
function orUnseen(role: Resource, ways: readonly Claim[]): Claim {
  return Claim.any([...ways, ...trustOf(role).open.map(({ when }) => new Claim(NEVER, when.not()))]);
}

/** Services that run what their user gives them: code, commands, templates. Others only do what AWS wrote. */
const RUNS_CODE = new Set([
  'amplify',
  'batch',
  'cloud9',
  'cloudformation',
  'codebuild',
  'codedeploy',
  'codepipeline',
  'ec2',
  'ecs-tasks',
  'eks-fargate-pods',
  'elasticmapreduce',
  'emr-serverless',
  'glue',
  'imagebuilder',
  'lambda',
  'pods.eks',
  'sagemaker',
  'ssm',
  'states',
  'synthetics',
  'tasks.apprunner',
]);

/** Whether whoever a role belongs to acts by it: logs in to it, or gives it something to run. */
function isActedBy(role: Resource): Claim {
  const ways = trustOf(role).ways.map(({ opens, principal: { kind, text } }) => {
    if (kind !== 'service') return opens;
    if (text === undefined) return opens.and(new Claim(NEVER, NEVER));
    const name = text.replace(/(\.[a-z]{2}(-[a-z]+)+-\d)?\.amazonaws\.com(\.cn)?$/, '');
    return RUNS_CODE.has(name) ? opens : Claim.BREAKS;
  });
  return orUnseen(role, ways);
}

const lettingOutsidersIn = chainsBy((marks: Marks) => openToOutsiders(marks, () => Claim.BREAKS));
const withinTheirReach = chainsBy((marks: Marks) =>
  openToOutsiders(marks, (role) => outsiderMayAssume(role, marks)),
);

function openToOutsiders(marks: Marks, byAccount: (role: Resource) => Claim): Chains {
  return new Chains({
    start: Claim.BREAKS,
    way: ({ opens, principal: { kind, account, resource } }, role, before) => {
      if (kind === 'role' && resource !== undefined) return opens.and(before(resource));
      return kind === 'account' && isHere(account, role) ? opens.and(byAccount(role)) : Claim.BREAKS;
    },
    join: (role, ways) => Claim.any([belongsOutside(role, marks), ...ways]),
  });
}

/**
 * Whether a vendor or operator can become an identity: it is marked as theirs and does what they say, it trusts an
 * account of theirs or a role that they can become, or it leaves it to the policies of its account, and one of theirs
 * may assume it. Where nobody says whose it is, what people can log in to may be theirs.
 */
export function outsiderCanBecome(identity: Resource, marks: Marks): Claim {
  return outsiderIs(identity, marks, withinTheirReach);
}

/** The same by what the identity says itself, and not by what an id of theirs may do. */
export function letsOutsiderIn(identity: Resource, marks: Marks): Claim {
  return outsiderIs(identity, marks, lettingOutsidersIn);
}

function outsiderIs(identity: Resource, marks: Marks, chains: (marks: Marks) => Chains): Claim {
  const { outside } = partyOf(identity, marks);
  if (identity.type !== 'AWS::IAM::Role') return outside;
  const { holds, breaks } = chains(marks).of(identity);
  return new Claim(holds, breaks, outside.evidence);
}

const ASSUME = 'sts:AssumeRole';

interface Assumer {
  readonly identity: Resource;
  readonly isTheirs: Claim;
}

const assumers = new WeakMap<Marks, WeakMap<Deployment, readonly Assumer[]>>();

/** Whether an id that is declared as an outside party's may assume a role that leaves it to the policies of its account. */
function outsiderMayAssume(role: Resource, marks: Marks): Claim {
  const target = arnOf(role);
  return Claim.any(
    assumersOf(role.deployment, marks)
      .filter(({ identity }) => identity !== role)
      .map(({ identity, isTheirs }) => {
        const { holds, breaks } = isTheirs.and(
          permissionsOf(identity, marks.facts).may({ action: ASSUME, target }),
        );
        return new Claim(holds, breaks);
      }),
  );
}

/** Ids of outside parties that may assume some role. */
function assumersOf(deployment: Deployment, marks: Marks): readonly Assumer[] {
  let byDeployment = assumers.get(marks);
  if (byDeployment === undefined) {
    byDeployment = new WeakMap();
    assumers.set(marks, byDeployment);
  }
  let found = byDeployment.get(deployment);
  if (found === undefined) {
    found = deployment
      .ofType(...IDENTITY_TYPES)
      .map((identity) => ({ identity, isTheirs: isDeclaredTheirs(identity, marks) }))
      .filter(
        ({ identity, isTheirs }) =>
          !isTheirs.holds.isNever && permissionsOf(identity, marks.facts).seen().mayName([ASSUME]).size > 0,
      );
    byDeployment.set(deployment, found);
  }
  return found;
}

function isDeclaredTheirs(identity: Resource, marks: Marks): Claim {
  const { declaredOutside } = partyOf(identity, marks);
  if (identity.type !== 'AWS::IAM::Role') return declaredOutside;
  return declaredOutside.and(isActedBy(identity)).or(trustsOutsideAccount(identity, marks.facts));
}

function belongsOutside(role: Resource, marks: Marks): Claim {
  const { outside, declaredOutside } = partyOf(role, marks);
  return Claim.any([
    declaredOutside.and(isActedBy(role)),
    trustsOutsideAccount(role, marks.facts),
    outside.and(isOpenToPeople(role)),
  ]);
}
