import { LoadBalancerDropsInvalidHeaders } from '../../../lib/rules/hardening/LoadBalancerDropsInvalidHeaders';
import { WebAclLogHidesCredentials } from '../../../lib/rules/hardening/WebAclLogHidesCredentials';
import { ruleCases } from '../../helpers/rule-cases';

const choice = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};
const DROPS = 'routing.http.drop_invalid_header_fields.enabled';
const balancer = (Value: unknown, more: Record<string, unknown> = {}) => ({
  Balancer: {
    Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    Properties: {
      ...(Value === undefined ? {} : { LoadBalancerAttributes: [{ Key: DROPS, Value }] }),
      ...more,
    },
  },
});

ruleCases(LoadBalancerDropsInvalidHeaders, [
  { name: 'accepts the attribute', expect: 'compliant', example: true, resources: balancer('true') },
  { name: 'warns where it is off', expect: 'violation', example: true, resources: balancer('false') },
  { name: 'reads absence as off', expect: 'violation', resources: balancer(undefined) },
  {
    name: 'does not ask it of a network load balancer, which reads no headers',
    expect: 'compliant',
    resources: balancer(undefined, { Type: 'network' }),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...choice, Resources: balancer({ 'Fn::If': ['Production', 'true', 'false'] }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { Parameters: { Drop: { Type: 'String' } }, Resources: balancer({ Ref: 'Drop' }) },
  },
]);

const hide = (...names: readonly unknown[]) => names.map((Name) => ({ SingleHeader: { Name } }));
const logging = (RedactedFields: unknown, acl: Record<string, unknown> = {}) => ({
  Logging: {
    Type: 'AWS::WAFv2::LoggingConfiguration',
    Properties: {
      ResourceArn: { 'Fn::GetAtt': ['Acl', 'Arn'] },
      LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-city'],
      ...(RedactedFields === undefined ? {} : { RedactedFields }),
    },
  },
  Acl: { Type: 'AWS::WAFv2::WebACL', Properties: { Scope: 'REGIONAL', ...acl } },
});
const protects = (...FieldKeys: readonly string[]) => ({
  DataProtectionConfig: {
    DataProtections: [{ Action: 'HASH', Field: { FieldType: 'SINGLE_HEADER', FieldKeys } }],
  },
});

ruleCases(WebAclLogHidesCredentials, [
  {
    name: 'accepts a log without both headers, in any case',
    expect: 'compliant',
    example: true,
    resources: logging(hide('Authorization', 'cookie')),
  },
  {
    name: 'warns where nothing is hidden',
    expect: 'violation',
    example: true,
    property: 'RedactedFields',
    resources: logging(undefined),
  },
  {
    name: 'warns where one of them is left',
    expect: 'violation',
    message: /nothing that hides cookie/,
    resources: logging(hide('authorization', 'x-api-key')),
  },
  {
    name: 'accepts that the web ACL itself replaces them',
    expect: 'compliant',
    resources: logging(undefined, protects('authorization', 'cookie')),
  },
  {
    name: 'accepts the one here and the other there',
    expect: 'compliant',
    resources: logging(hide('cookie'), protects('authorization')),
  },
  {
    name: 'does not take the query string for a header',
    expect: 'violation',
    resources: logging([{ QueryString: {} }]),
  },
  {
    name: 'names the choice',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...choice,
      Resources: logging(hide('authorization', { 'Fn::If': ['Production', 'cookie', 'accept'] })),
    },
  },
  {
    name: 'does not know a header that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Header: { Type: 'String' } },
      Resources: logging(hide('authorization', { Ref: 'Header' })),
    },
  },
  {
    name: 'does not know what a web ACL elsewhere hides',
    expect: 'undetermined',
    template: {
      Parameters: { Arn: { Type: 'String' } },
      Resources: {
        Logging: {
          Type: 'AWS::WAFv2::LoggingConfiguration',
          Properties: {
            ResourceArn: { Ref: 'Arn' },
            LogDestinationConfigs: ['arn:aws:s3:::aws-waf-logs-city'],
          },
        },
      },
    },
  },
]);
