import { DhcpNameServersAreInside } from '../../../lib/rules/network/DhcpNameServersAreInside';
import { DnsFirewallBlocks } from '../../../lib/rules/network/DnsFirewallBlocks';
import { DnsQueriesPassResolver } from '../../../lib/rules/network/DnsQueriesPassResolver';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, ref } from './pieces';

const options = (...DomainNameServers: readonly unknown[]) => ({
  Options: make('AWS::EC2::DHCPOptions', { DomainNameServers }),
});
const firewall = (FirewallRules: unknown, more: Record<string, unknown> = {}) => ({
  Group: make('AWS::Route53Resolver::FirewallRuleGroup', { FirewallRules }),
  ...more,
});
const blocking = (list: unknown) => ({ Action: 'BLOCK', Priority: 2, FirewallDomainListId: list });
const allowing = { Action: 'ALLOW', Priority: 1, FirewallDomainListId: att('Allowed', 'Id') };
const allowed = { Allowed: make('AWS::Route53Resolver::FirewallDomainList', { Domains: ['*.lg.jp'] }) };
const everything = { All: make('AWS::Route53Resolver::FirewallDomainList', { Domains: ['*'] }) };

ruleCases(DhcpNameServersAreInside, [
  {
    name: 'accepts the resolver of the VPC',
    expect: 'compliant',
    example: true,
    resources: options('AmazonProvidedDNS'),
  },
  {
    name: 'accepts servers of the city’s own network',
    expect: 'compliant',
    zone: 'lgwan',
    resources: options('10.1.0.2', '192.168.10.53'),
  },
  { name: 'accepts the resolver by its address', expect: 'compliant', resources: options('169.254.169.253') },
  {
    name: 'refuses a server on the Internet, beside one that is inside',
    expect: 'violation',
    example: true,
    property: /^DomainNameServers/,
    resources: options('AmazonProvidedDNS', '8.8.8.8'),
  },
  {
    name: 'sees it in several that are written as one',
    expect: 'violation',
    resources: options('10.1.0.2, 1.1.1.1'),
  },
  {
    name: 'refuses one over IPv6',
    expect: 'violation',
    resources: options('2001:4860:4860::8888'),
  },
  {
    name: 'accepts options that hand out no name server',
    expect: 'compliant',
    resources: { Options: make('AWS::EC2::DHCPOptions', { NtpServers: ['169.254.169.123'] }) },
  },
  {
    name: 'names the choice under which it is outside',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: options(either('Production', 'AmazonProvidedDNS', '9.9.9.9')) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { Parameters: { Server: { Type: 'String' } }, Resources: options(ref('Server')) },
  },
  {
    name: 'is not asked of the Internet zone, where another rule warns',
    expect: 'not-applicable',
    zone: 'internet',
    resources: options('8.8.8.8'),
  },
]);

ruleCases(DnsQueriesPassResolver, [
  {
    name: 'accepts the resolver of the VPC',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: options('AmazonProvidedDNS'),
  },
  {
    name: 'warns of a public server, whose queries nothing records',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: options('8.8.8.8'),
  },
  {
    name: 'warns of it in the management zone',
    expect: 'violation',
    zone: 'management',
    resources: options('10.0.0.2', '1.1.1.1'),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: options(either('Production', 'AmazonProvidedDNS', '9.9.9.9')) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: { Parameters: { Server: { Type: 'String' } }, Resources: options(ref('Server')) },
  },
]);

ruleCases(DnsFirewallBlocks, [
  {
    name: 'accepts a list of what is allowed, and everything else blocked',
    expect: 'compliant',
    subject: 'Group',
    example: true,
    resources: firewall([allowing, blocking(att('All', 'Id'))], { ...allowed, ...everything }),
  },
  {
    name: 'accepts a list that AWS keeps',
    expect: 'compliant',
    resources: firewall([blocking('rslvr-fdl-aaaabbbbcccc')]),
  },
  {
    name: 'accepts what queries look like in place of names',
    expect: 'compliant',
    resources: firewall([{ Action: 'BLOCK', Priority: 1, DnsThreatProtection: 'DGA' }]),
  },
  {
    name: 'warns of rules that only watch',
    expect: 'violation',
    example: true,
    resources: firewall([{ Action: 'ALERT', Priority: 1, FirewallDomainListId: 'rslvr-fdl-aaaabbbbcccc' }]),
  },
  { name: 'warns of no rules', expect: 'violation', resources: firewall([]) },
  {
    name: 'warns where the list to block has no names',
    expect: 'violation',
    resources: firewall([blocking(att('None', 'Id'))], {
      None: make('AWS::Route53Resolver::FirewallDomainList', { Name: 'none' }),
    }),
  },
  {
    name: 'accepts names in a file',
    expect: 'compliant',
    resources: firewall([blocking(att('File', 'Id'))], {
      File: make('AWS::Route53Resolver::FirewallDomainList', { DomainFileUrl: 's3://lists/blocked' }),
    }),
  },
  {
    name: 'names the choice under which it only watches',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: firewall([
        {
          Action: either('Production', 'BLOCK', 'ALERT'),
          Priority: 1,
          FirewallDomainListId: 'rslvr-fdl-aaaabbbbcccc',
        },
      ]),
    },
  },
  {
    name: 'does not know an action that is a parameter',
    expect: 'undetermined',
    message: /not known before deployment/,
    template: {
      Parameters: { Action: { Type: 'String', Default: 'BLOCK' } },
      Resources: firewall([
        { Action: ref('Action'), Priority: 1, FirewallDomainListId: 'rslvr-fdl-aaaabbbbcccc' },
      ]),
    },
  },
]);
