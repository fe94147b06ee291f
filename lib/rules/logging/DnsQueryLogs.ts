import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';
import { fulfilledBy, settingApart } from '../reliefs';

const ASSOCIATION = 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation';
const CONFIGURATION = 'AWS::Route53Resolver::ResolverQueryLoggingConfig';
const REQUIRED = { ja: 'VPCのDNSクエリログ', en: 'a log of the DNS queries of the VPC' };

export const DnsQueryLogs = defineDeploymentRule({
  id: 'DnsQueryLogs',
  clauses: ['7.5(4)', '7.5(7)'],
  title: {
    ja: 'VPCごとに、DNSの問合せを記録する',
    en: 'DNS queries of VPCs are recorded',
  },
  why: {
    ja: '侵入したプログラムは、指令を受ける先をDNSで探す。問合せの記録がなければ、その兆しに気付けない。',
    en: 'Programs that broke in look up their masters by DNS. Without a record of queries nobody sees them do it.',
  },
  fix: {
    ja: 'VPCをResourceIdとするAWS::Route53Resolver::ResolverQueryLoggingConfigAssociationを作成してください。基盤が記録している場合は、その記録を示してください（プロファイルのplatformProvidesにdns-query-log）。',
    en: 'Create an AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation whose ResourceId is the VPC. Where the platform records queries, show so (dns-query-log in platformProvides of the profile).',
  },
  cdk: {
    ja: 'CfnResolverQueryLoggingConfigとCfnResolverQueryLoggingConfigAssociationを作成する',
    en: 'a CfnResolverQueryLoggingConfig and a CfnResolverQueryLoggingConfigAssociation',
  },
  relievedBy: [
    settingApart('AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation'),
    fulfilledBy(
      'AWS::Route53Profiles::ProfileAssociation',
      'AWS::Route53Profiles::ProfileResourceAssociation',
    ),
  ],
  checkDeployment: ({ deployment, profile }) => {
    const claims = deployment
      .ofType('AWS::EC2::VPC')
      .map((vpc) => ({ vpc, claim: isRecorded(vpc, deployment) }));
    const [first] = claims;
    if (first === undefined) return [];
    const duty = (exists: Claim) => platformDuty(profile, 'dns-query-log', exists, ASSOCIATION, REQUIRED);
    // One piece of evidence does for all VPCs of a platform that records their queries.
    return profile.platformProvides.includes('dns-query-log')
      ? [{ template: first.vpc.template, claim: duty(Claim.all(claims.map(({ claim }) => claim))) }]
      : claims.map(({ vpc, claim }) => ({ resource: vpc, claim: duty(claim).onlyIf(vpc.exists) }));
  },
});

function isRecorded(vpc: Resource, deployment: Deployment): Claim {
  const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
  const certain = deployment
    .referrers(vpc, ASSOCIATION, 'ResourceId')
    .reduce(or, NEVER)
    .or(byProfile(vpc, deployment));
  const maybe = deployment.openReferrers(ASSOCIATION, 'ResourceId').reduce(or, certain);
  return new Claim(certain, maybe.not()).onlyIf(vpc.exists);
}

/** A profile of Route 53 hands the configurations in it on to the VPCs that use it. */
function byProfile(vpc: Resource, deployment: Deployment): Guard {
  return deployment
    .referrers(vpc, 'AWS::Route53Profiles::ProfileAssociation', 'ResourceId')
    .flatMap(({ resource, when }) =>
      resource
        .get('ProfileId')
        .references()
        .flatMap(({ when: given, value }) =>
          deployment
            .referrers(value.resource, 'AWS::Route53Profiles::ProfileResourceAssociation', 'ProfileId')
            .filter(({ resource: item }) =>
              item
                .get('ResourceArn')
                .references()
                .some((reference) => reference.value.resource.type === CONFIGURATION),
            )
            .map((item) => when.and(given).and(item.when)),
        ),
    )
    .reduce<Guard>((so, when) => so.or(when), NEVER);
}
