import { ListenerTlsPolicyApproved } from '../../../lib/rules/encryption/ListenerTlsPolicyApproved';
import { ListenerUsesTls } from '../../../lib/rules/encryption/ListenerUsesTls';
import { ruleCases } from '../../helpers/rule-cases';

const listener = (properties: object) => ({
  Listener: { Type: 'AWS::ElasticLoadBalancingV2::Listener', Properties: properties },
});
const rule = (action: object, properties: object = {}) => ({
  Rule: {
    Type: 'AWS::ElasticLoadBalancingV2::ListenerRule',
    Properties: { ListenerArn: { Ref: 'Listener' }, Actions: [action], ...properties },
  },
});
const classic = (Listeners: unknown, Policies?: unknown) => ({
  Balancer: {
    Type: 'AWS::ElasticLoadBalancing::LoadBalancer',
    Properties: { Listeners, ...(Policies === undefined ? {} : { Policies }) },
  },
});
const forward = { Type: 'forward', TargetGroupArn: 'x' };
const redirect = { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } };
const http = (...DefaultActions: object[]) => listener({ Protocol: 'HTTP', Port: 80, DefaultActions });
const subject = 'Listener';

ruleCases(ListenerUsesTls, [
  {
    name: 'HTTPS',
    expect: 'compliant',
    resources: listener({ Protocol: 'HTTPS', Port: 443, DefaultActions: [forward] }),
  },
  {
    name: 'TLS of a network load balancer',
    expect: 'compliant',
    resources: listener({ Protocol: 'TLS', Port: 443 }),
  },
  { name: 'HTTP that sends to HTTPS', expect: 'compliant', resources: http(redirect) },
  {
    name: 'HTTP that answers by itself',
    expect: 'compliant',
    resources: http({ Type: 'fixed-response', FixedResponseConfig: { StatusCode: '404' } }),
  },
  {
    name: 'a gateway load balancer has no protocol',
    expect: 'compliant',
    resources: listener({ DefaultActions: [forward] }),
  },
  { name: 'HTTP that forwards', expect: 'violation', resources: http(forward), property: 'Protocol' },
  {
    name: 'HTTP that forwards, in the Internet zone',
    expect: 'violation',
    zone: 'internet',
    resources: http(forward),
  },
  {
    name: 'HTTP that sends to HTTP',
    expect: 'violation',
    resources: http({ Type: 'redirect', RedirectConfig: { Protocol: 'HTTP', StatusCode: 'HTTP_301' } }),
  },
  {
    name: 'HTTP that sends to the protocol that the client came by',
    expect: 'violation',
    resources: http({ Type: 'redirect', RedirectConfig: { Host: 'example.jp', StatusCode: 'HTTP_301' } }),
  },
  {
    name: 'HTTP that sends to HTTPS, with a rule that forwards',
    expect: 'violation',
    subject,
    resources: { ...http(redirect), ...rule(forward) },
  },
  {
    name: 'HTTP that sends to HTTPS, with a rule that does so too',
    expect: 'compliant',
    subject,
    resources: { ...http(redirect), ...rule(redirect) },
  },
  {
    name: 'HTTP that sends to HTTPS, with a rule of a listener that nobody knows',
    expect: 'undetermined',
    subject,
    resources: { ...http(redirect), ...rule(forward, { ListenerArn: { 'Fn::ImportValue': 'l' } }) },
  },
  {
    name: 'a protocol that nobody knows',
    expect: 'undetermined',
    template: {
      Parameters: { Protocol: { Type: 'String', Default: 'HTTPS' } },
      Resources: listener({ Protocol: { Ref: 'Protocol' }, DefaultActions: [forward] }),
    },
  },
  {
    name: 'HTTPS only where there is a certificate',
    expect: 'violation',
    message: /when Certificate is ""/,
    template: {
      Parameters: { Certificate: { Type: 'String', Default: '' } },
      Conditions: { Plain: { 'Fn::Equals': [{ Ref: 'Certificate' }, ''] } },
      Resources: listener({ Protocol: { 'Fn::If': ['Plain', 'HTTP', 'HTTPS'] }, DefaultActions: [forward] }),
    },
  },
  {
    name: 'TCP may be encrypted from end to end',
    expect: 'evidence',
    resources: listener({ Protocol: 'TCP', Port: 443 }),
  },
  {
    name: 'TCP on the port of HTTP',
    expect: 'violation',
    resources: listener({ Protocol: 'TCP', Port: '80' }),
  },
  {
    name: 'a classic load balancer with HTTP',
    expect: 'violation',
    resources: classic([
      { Protocol: 'https', LoadBalancerPort: '443' },
      { Protocol: 'http', LoadBalancerPort: '80' },
    ]),
  },
  {
    name: 'a classic load balancer with SSL',
    expect: 'compliant',
    resources: classic({ Protocol: 'SSL', LoadBalancerPort: '443' }),
  },
  {
    name: 'a Lattice service with HTTP',
    expect: 'violation',
    resources: { L: { Type: 'AWS::VpcLattice::Listener', Properties: { Protocol: 'HTTP' } } },
  },
]);

const https = (SslPolicy?: unknown) =>
  listener({ Protocol: 'HTTPS', ...(SslPolicy === undefined ? {} : { SslPolicy }) });
const negotiation = (name: string) => [
  {
    PolicyName: 'tls',
    PolicyType: 'SSLNegotiationPolicyType',
    Attributes: [{ Name: 'Reference-Security-Policy', Value: name }],
  },
];
ruleCases(ListenerTlsPolicyApproved, [
  { name: 'TLS 1.2 and 1.3', expect: 'compliant', resources: https('ELBSecurityPolicy-TLS13-1-2-2021-06') },
  { name: 'no policy allows TLS 1.0', expect: 'violation', resources: https(), property: 'SslPolicy' },
  {
    name: 'one that allows TLS 1.1',
    expect: 'violation',
    resources: https('ELBSecurityPolicy-TLS-1-1-2017-01'),
  },
  {
    name: 'HTTP has none',
    expect: 'compliant',
    resources: listener({ Protocol: 'HTTP', DefaultActions: [redirect] }),
  },
  {
    name: 'TLS of a network load balancer without one',
    expect: 'violation',
    resources: listener({ Protocol: 'TLS' }),
  },
  {
    name: 'one that nobody knows',
    expect: 'undetermined',
    resources: https({ 'Fn::ImportValue': 'policy' }),
  },
  {
    name: 'one that another profile allows',
    expect: 'compliant',
    profile: { allowedListenerTlsPolicies: ['ELBSecurityPolicy-2016-08'] },
    resources: https(),
  },
  {
    name: 'a classic load balancer that names an approved one',
    expect: 'compliant',
    resources: classic(
      [{ Protocol: 'HTTPS', PolicyNames: ['tls'] }],
      negotiation('ELBSecurityPolicy-TLS-1-2-2017-01'),
    ),
  },
  {
    name: 'a classic load balancer that does not name it',
    expect: 'violation',
    resources: classic([{ Protocol: 'HTTPS' }], negotiation('ELBSecurityPolicy-TLS-1-2-2017-01')),
  },
  {
    name: 'a classic load balancer with an old one',
    expect: 'violation',
    resources: classic([{ Protocol: 'SSL', PolicyNames: ['tls'] }], negotiation('ELBSecurityPolicy-2016-08')),
  },
]);
