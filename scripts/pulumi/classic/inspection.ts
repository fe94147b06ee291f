import type { Conversion } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

/** What AWS WAF calls otherwise than with a capital letter. */
const WAF: Conversion = {
  cased: {
    names: {
      arn: 'Arn',
      asnLists: 'AsnList',
      cloudwatchMetricsEnabled: 'CloudWatchMetricsEnabled',
      forwardedIpConfig: 'ForwardedIPConfig',
      ipSetForwardedIpConfig: 'IPSetForwardedIPConfig',
      ipSetReferenceStatement: 'IPSetReferenceStatement',
      awsManagedRulesAcfpRuleSet: 'AWSManagedRulesACFPRuleSet',
      awsManagedRulesAntiDdosRuleSet: 'AWSManagedRulesAntiDDoSRuleSet',
      awsManagedRulesAtpRuleSet: 'AWSManagedRulesATPRuleSet',
      awsManagedRulesBotControlRuleSet: 'AWSManagedRulesBotControlRuleSet',
      headerOrders: 'HeaderOrder',
      matchPatterns: 'MatchPattern',
    },
  },
};

/** Deeper than the names of the declarations tell: statements contain statements. */
const RULES = {
  rules: { to: 'Rules', as: WAF },
  // Rules as the service's own interface writes them.
  ruleJson: { to: 'Rules', as: 'json' },
} as const;

/** What looks into traffic: web ACLs, and firewalls of networks. */
export const INSPECTION: Written = {
  'wafv2/webAcl:WebAcl': {
    type: 'AWS::WAFv2::WebACL',
    properties: {
      ...RULES,
      defaultAction: { to: 'DefaultAction', as: WAF },
    },
  },
  'wafv2/webAclRule:WebAclRule': {
    type: 'AWS::WAFv2::WebACL',
    into: 'webAclArn',
    not: ['captchaConfig', 'challengeConfig', 'visibilityConfig', 'name'],
    properties: {
      name: 'Rules[+].Name',
      priority: 'Rules[+].Priority',
      action: { to: 'Rules[+].Action', as: WAF },
      overrideAction: { to: 'Rules[+].OverrideAction', as: WAF },
      statement: { to: 'Rules[+].Statement', as: WAF },
      visibilityConfig: { to: 'Rules[+].VisibilityConfig', as: WAF },
    },
  },
  'wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation': {
    type: 'AWS::WAFv2::WebACL',
    into: 'webAclArn',
    not: ['visibilityConfig'],
    properties: {
      ruleName: 'Rules[+].Name',
      priority: 'Rules[+].Priority',
      managedRuleGroup: { to: 'Rules[+].Statement.ManagedRuleGroupStatement', as: WAF },
      ruleGroupReference: { to: 'Rules[+].Statement.RuleGroupReferenceStatement', as: WAF },
    },
    special: 'ruleGroupOverride',
  },
  'wafv2/ruleGroup:RuleGroup': {
    type: 'AWS::WAFv2::RuleGroup',
    properties: {
      rules: RULES.rules,
      rulesJson: { to: 'Rules', as: 'json' },
    },
  },
  'wafv2/webAclAssociation:WebAclAssociation': { type: 'AWS::WAFv2::WebACLAssociation' },
  'wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration': {
    type: 'AWS::WAFv2::LoggingConfiguration',
    properties: {
      redactedFields: { to: 'RedactedFields', as: WAF },
      loggingFilter: { to: 'LoggingFilter', as: WAF },
    },
  },
  'wafregional/webAclAssociation:WebAclAssociation': { type: 'AWS::WAFRegional::WebACLAssociation' },
  'networkfirewall/firewall:Firewall': {
    type: 'AWS::NetworkFirewall::Firewall',
    properties: { name: 'FirewallName' },
  },
  'networkfirewall/firewallPolicy:FirewallPolicy': {
    type: 'AWS::NetworkFirewall::FirewallPolicy',
    properties: { name: 'FirewallPolicyName' },
  },
  'networkfirewall/loggingConfiguration:LoggingConfiguration': {
    type: 'AWS::NetworkFirewall::LoggingConfiguration',
  },
  'networkfirewall/vpcEndpointAssociation:VpcEndpointAssociation': {
    type: 'AWS::NetworkFirewall::VpcEndpointAssociation',
  },
};
