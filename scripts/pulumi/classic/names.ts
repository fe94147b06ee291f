import type { Written } from '.';

const RULE_GROUP = { type: 'AWS::Route53Resolver::FirewallRuleGroup' } as const;

/** Route 53 with its resolver and profiles. */
export const NAMES: Written = {
  'route53/zone:Zone': {
    type: 'AWS::Route53::HostedZone',
    properties: {
      comment: 'HostedZoneConfig.Comment',
      tags: { to: 'HostedZoneTags', as: 'tags' },
      'vpcs[*].vpcId': 'VPCs[*].VPCId',
      'vpcs[*].vpcRegion': 'VPCs[*].VPCRegion',
    },
  },
  'route53/zoneAssociation:ZoneAssociation': {
    type: 'AWS::Route53::HostedZone',
    into: 'zoneId',
    properties: { vpcId: 'VPCs[+].VPCId', vpcRegion: 'VPCs[+].VPCRegion' },
  },
  'route53/queryLog:QueryLog': {
    type: 'AWS::Route53::HostedZone',
    into: 'zoneId',
    properties: { cloudwatchLogGroupArn: 'QueryLoggingConfig.CloudWatchLogsLogGroupArn' },
  },
  'route53/record:Record': {
    type: 'AWS::Route53::RecordSet',
    properties: {
      zoneId: 'HostedZoneId',
      records: 'ResourceRecords',
      'aliases[0].name': 'AliasTarget.DNSName',
      'aliases[0].zoneId': 'AliasTarget.HostedZoneId',
      'aliases[0].evaluateTargetHealth': 'AliasTarget.EvaluateTargetHealth',
      'failoverRoutingPolicies[0].type': 'Failover',
      'weightedRoutingPolicies[0].weight': 'Weight',
      'latencyRoutingPolicies[0].region': 'Region',
      multivalueAnswerRoutingPolicy: 'MultiValueAnswer',
      'geolocationRoutingPolicies[0].country': 'GeoLocation.CountryCode',
      'geolocationRoutingPolicies[0].continent': 'GeoLocation.ContinentCode',
    },
  },
  'route53/healthCheck:HealthCheck': {
    type: 'AWS::Route53::HealthCheck',
    within: 'HealthCheckConfig',
    properties: {
      fqdn: 'HealthCheckConfig.FullyQualifiedDomainName',
      invertHealthcheck: 'HealthCheckConfig.Inverted',
      childHealthThreshold: 'HealthCheckConfig.HealthThreshold',
      childHealthchecks: 'HealthCheckConfig.ChildHealthChecks',
      cloudwatchAlarmName: 'HealthCheckConfig.AlarmIdentifier.Name',
      cloudwatchAlarmRegion: 'HealthCheckConfig.AlarmIdentifier.Region',
      tags: { to: 'HealthCheckTags', as: 'tags' },
    },
  },
  'route53/profilesProfile:ProfilesProfile': { type: 'AWS::Route53Profiles::Profile' },
  'route53/profilesAssociation:ProfilesAssociation': { type: 'AWS::Route53Profiles::ProfileAssociation' },
  'route53/profilesResourceAssociation:ProfilesResourceAssociation': {
    type: 'AWS::Route53Profiles::ProfileResourceAssociation',
  },
  'route53/resolverFirewallDomainList:ResolverFirewallDomainList': {
    type: 'AWS::Route53Resolver::FirewallDomainList',
    lacks: { DomainFileUrl: 'the package takes domains in a list only' },
  },
  'route53/resolverFirewallRuleGroup:ResolverFirewallRuleGroup': RULE_GROUP,
  'route53/resolverFirewallRule:ResolverFirewallRule': {
    ...RULE_GROUP,
    into: 'firewallRuleGroupId',
    not: ['name'],
    properties: {
      action: 'FirewallRules[+].Action',
      priority: 'FirewallRules[+].Priority',
      firewallDomainListId: 'FirewallRules[+].FirewallDomainListId',
      firewallDomainRedirectionAction: 'FirewallRules[+].FirewallDomainRedirectionAction',
      dnsThreatProtection: 'FirewallRules[+].DnsThreatProtection',
      confidenceThreshold: 'FirewallRules[+].ConfidenceThreshold',
      blockResponse: 'FirewallRules[+].BlockResponse',
      blockOverrideDomain: 'FirewallRules[+].BlockOverrideDomain',
      blockOverrideDnsType: 'FirewallRules[+].BlockOverrideDnsType',
      blockOverrideTtl: 'FirewallRules[+].BlockOverrideTtl',
      qType: 'FirewallRules[+].Qtype',
    },
  },
  'route53/resolverFirewallRuleGroupAssociation:ResolverFirewallRuleGroupAssociation': {
    type: 'AWS::Route53Resolver::FirewallRuleGroupAssociation',
  },
  'route53/resolverEndpoint:ResolverEndpoint': { type: 'AWS::Route53Resolver::ResolverEndpoint' },
  'route53/resolverRule:ResolverRule': { type: 'AWS::Route53Resolver::ResolverRule' },
  'route53/resolverQueryLogConfig:ResolverQueryLogConfig': {
    type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig',
  },
  'route53/resolverQueryLogConfigAssociation:ResolverQueryLogConfigAssociation': {
    type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
  },
};
