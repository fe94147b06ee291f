import { type Conditions, conditionsOf } from '../../analysis/identity/conditions';
import { principalsOf } from '../../analysis/identity/principals';
import { limitsCallers, shutsStrangersOut } from '../../analysis/identity/public-access';
import { namesOnlyOther, namesService } from '../../analysis/identity/service-grants';
import { documentAt } from '../../analysis/identity/statements';
import {
  allows,
  type Statement,
  statement,
  statementsOf,
  writtenEffect,
} from '../../analysis/policy-document';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { NEVER } from '../../model/guard';
import { matching, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import type { Context } from '../define';
import { defineRule } from '../define';
import { RESOURCE_POLICIES } from './resource-policies';

const BUS_POLICY = 'AWS::Events::EventBusPolicy';
const PERMISSION = 'AWS::Lambda::Permission';
const LAYER = 'AWS::Lambda::LayerVersionPermission';

/** Everybody can have a distribution of it, and let it fetch from any bucket or function that answers. */
const FOR_EVERYBODY: ReadonlySet<string> = new Set(['cloudfront']);

const BY_CLOUDFRONT: Text = {
  ja: '誰のディストリビューションでもよいCloudFrontへの許可',
  en: 'a grant to CloudFront for distributions of anybody',
};
const PUBLIC: Text = { ja: '不特定の者への許可', en: 'a grant to everybody' };
const REQUIRED: Text = {
  ja: '特定のプリンシパル、又は呼出し元を限定する条件（aws:PrincipalOrgID、aws:SourceAccountなど）',
  en: 'a grant to named principals, or one with a condition that limits callers (aws:PrincipalOrgID, aws:SourceAccount …)',
};

export const ResourcePolicyNotPublic = defineRule({
  id: 'ResourcePolicyNotPublic',
  clauses: ['7.2(1)①', '9.2(5)①(ア)', '9.2(6)①(エ)'],
  title: {
    ja: 'リソースベースのポリシーは、不特定の者に許可しない',
    en: 'Resource policies grant nothing to everybody',
  },
  why: {
    ja: 'Principalを"*"とした文一つで、インターネットの誰もが、AWSの自らのアカウントを使ってバケット、キュー、関数等を読み書きできる。',
    en: 'One statement with Principal "*" lets anyone on the Internet with an AWS account read or write a bucket, queue, function or the like.',
  },
  fix: {
    ja: 'Allow文のPrincipal（"*"又は{"AWS": "*"}）を特定のアカウント又はロールに改めるか、ConditionのStringEqualsにaws:PrincipalOrgID、aws:SourceAccount、aws:SourceVpceなどを指定してください。CloudFrontへの許可にはaws:SourceArnとしてディストリビューションを指定します。ロールの信頼ポリシーでは、aws:SourceIpだけでは限定されません。IfExistsの付いた条件では限定されません。',
    en: 'Name accounts or roles in Principal of the Allow statement instead of "*" or {"AWS": "*"}, or limit callers by StringEquals on aws:PrincipalOrgID, aws:SourceAccount, aws:SourceVpce or the like in Condition. A grant to CloudFront names its distribution by aws:SourceArn; in the trust policy of a role aws:SourceIp alone does not limit them, and IfExists never does.',
  },
  cdk: {
    ja: 'AnyPrincipalを用いず、ArnPrincipal、AccountPrincipal又はOrganizationPrincipalを指定する',
    en: 'ArnPrincipal, AccountPrincipal or OrganizationPrincipal instead of AnyPrincipal',
  },
  resources: [...Object.keys(RESOURCE_POLICIES), BUS_POLICY, PERMISSION, LAYER],
  check: (resource, context) => {
    if (resource.type === PERMISSION) return functionPermission(resource);
    if (resource.type === LAYER) return unlessPublic(resource, ['OrganizationId']);
    if (resource.type === BUS_POLICY) {
      const statement = resource.get('Statement');
      return (statement.isAbsent ? Claim.HOLDS : grantsNobody(resource.get(''), resource)).and(
        unlessPublic(resource, ['Condition']),
      );
    }
    const document = documentAt(resource.get(RESOURCE_POLICIES[resource.type] as string), resource);
    return grantsNobody(document, resource, context).or(reachedInVpcOnly(resource));
  },
});

function grantsNobody(document: Field, resource: Resource, context?: Context): Claim {
  const statements = statementsOf(document);
  return statements.every((field) => {
    const so = statement(field);
    if (writtenEffect(so) === 'Deny' || namesOnlyOther(so, FOR_EVERYBODY)) return Claim.HOLDS;
    const toCloudFront = namesService(so, FOR_EVERYBODY);
    const everybody = isPublic(so, resource);
    const open = everybody.or(toCloudFront);
    if (open.breaks.isAlways) return Claim.HOLDS;
    const published = context === undefined ? Claim.BREAKS : isPublication(so, resource, context);
    return allows(so)
      .and(open)
      .and(limitsCallers(callersIn(so, resource)).not())
      .not()
      .or(published)
      .or(shutsStrangersOut(statements, so, resource.template))
      .explained(field.path, everybody.breaks.isAlways ? BY_CLOUDFRONT : PUBLIC, REQUIRED, field.at);
  });
}

/** Any account can hold a role that calls from an address: in a trust policy addresses say nothing of whose it is. */
function callersIn({ condition }: Statement, { type }: Resource): Conditions {
  const conditions = conditionsOf(condition);
  if (type !== 'AWS::IAM::Role') return conditions;
  return { ...conditions, entries: conditions.entries.filter(({ key }) => key !== 'aws:sourceip') };
}

/** Whether everybody is named, by a wildcard or as all others than some. */
function isPublic({ principal, notPrincipal }: Statement, { template }: Resource): Claim {
  const named = principalsOf(principal, template);
  return Claim.any([
    notPrincipal.isAbsent ? Claim.BREAKS : notPrincipal.must(present),
    ...named.known.filter(({ kind }) => kind === 'anyone').map(({ when }) => Claim.when(when)),
    // A principal that only deployment tells might be everybody.
    ...named.known
      .filter(({ kind, isOpen }) => kind === 'unknown' && isOpen)
      .map(({ when }) => new Claim(NEVER, when.not())),
    ...named.open.map(({ when }) => new Claim(NEVER, when.not())),
  ]);
}

/** Reading what is marked as public, in the zone that is open to the public: there is nobody to keep out. */
function isPublication(so: Statement, resource: Resource, { marks }: Context): Claim {
  // Only what is marked so for certain.
  const { holds } = marks.inZone(resource, ['internet']).and(marks.is(resource, 'confidentiality', '1'));
  return Claim.when(holds).and(silent(so.actions.every((action) => action.must(onlyReading))));
}

const onlyReading = matching(/^s3:getobject(version)?$/i, { ja: '閲覧のみ', en: 'reading alone' });

/** A search domain inside a VPC is reached through its security groups only; AWS recommends an open policy there. */
function reachedInVpcOnly(resource: Resource): Claim {
  return resource.type.endsWith('::Domain') && resource.type !== 'AWS::CodeArtifact::Domain'
    ? silent(resource.get('VPCOptions.SubnetIds').must(present))
    : Claim.BREAKS;
}

function silent({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}

function functionPermission(permission: Resource): Claim {
  return unlessPublic(permission, ['SourceArn', 'SourceAccount', 'PrincipalOrgID', 'EventSourceToken']);
}

/** A grant that is written as properties of its own. */
function unlessPublic(resource: Resource, limits: readonly string[]): Claim {
  const principal = resource.get('Principal');
  const open = Claim.any(
    principal.alternatives.map(({ when, value }) => {
      if (value.kind === 'known') return Claim.when(value.value === '*' ? when : NEVER);
      return value.kind === 'unknown' ? new Claim(NEVER, when.not()) : Claim.BREAKS;
    }),
  );
  const limited = Claim.any(limits.map((path) => resource.get(path).must(present)));
  return open.and(limited.not()).not().explained(principal.path, PUBLIC, REQUIRED, principal.at);
}
