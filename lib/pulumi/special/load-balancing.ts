import type { WrittenFor } from '../classic';
import { type Made, put } from '../paths';
import { isInputs, type PulumiInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

/** Properties of load balancers that CloudFormation has in a list of attributes. */
const ATTRIBUTES: readonly (readonly [path: string, key: string])[] = [
  ['accessLogs.enabled', 'access_logs.s3.enabled'],
  ['accessLogs.bucket', 'access_logs.s3.bucket'],
  ['accessLogs.prefix', 'access_logs.s3.prefix'],
  ['connectionLogs.enabled', 'connection_logs.s3.enabled'],
  ['connectionLogs.bucket', 'connection_logs.s3.bucket'],
  ['connectionLogs.prefix', 'connection_logs.s3.prefix'],
  ['healthCheckLogs.enabled', 'health_check_logs.s3.enabled'],
  ['healthCheckLogs.bucket', 'health_check_logs.s3.bucket'],
  ['clientKeepAlive', 'client_keep_alive.seconds'],
  ['desyncMitigationMode', 'routing.http.desync_mitigation_mode'],
  ['dnsRecordClientRoutingPolicy', 'dns_record.client_routing_policy'],
  ['dropInvalidHeaderFields', 'routing.http.drop_invalid_header_fields.enabled'],
  ['enableCrossZoneLoadBalancing', 'load_balancing.cross_zone.enabled'],
  ['enableDeletionProtection', 'deletion_protection.enabled'],
  ['enableHttp2', 'routing.http2.enabled'],
  ['enableTlsVersionAndCipherSuiteHeaders', 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled'],
  ['enableWafFailOpen', 'waf.fail_open.enabled'],
  ['enableXffClientPort', 'routing.http.xff_client_port.enabled'],
  ['enableZonalShift', 'zonal_shift.config.enabled'],
  ['idleTimeout', 'idle_timeout.timeout_seconds'],
  ['preserveHostHeader', 'routing.http.preserve_host_header.enabled'],
  ['xffHeaderProcessingMode', 'routing.http.xff_header_processing.mode'],
];

function attributesOf(inputs: PulumiInputs, written: WrittenFor): readonly unknown[] {
  return ATTRIBUTES.flatMap(([path, key]) => {
    const [name = '', inner] = path.split('.');
    const block = inputs[name];
    const value = inner === undefined ? block : isInputs(block) ? block[inner] : block;
    return value === undefined || value === null || value === ''
      ? []
      : [{ Key: key, Value: asText(written(value, path)) }];
  });
}

function asText(value: unknown): unknown {
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : value;
}

export const LOAD_BALANCING_SPECIAL: Readonly<Record<string, Special>> = {
  loadBalancer: (made, inputs, written) => {
    const attributes = attributesOf(inputs, written);
    if (attributes.length > 0) put(made, 'LoadBalancerAttributes', [], attributes);
    return [];
  },
  /** A listener with a port speaks HTTP where it does not say otherwise. */
  listener: (made) => {
    if (made['Protocol'] === undefined && made['Port'] !== undefined) put(made, 'Protocol', [], 'HTTP');
    return [];
  },
  /** Policies of the listener of a classic load balancer that has a port. */
  classicListenerPolicy: (made, inputs, written) => {
    const port = inputs['loadBalancerPort'] ?? inputs['lbPort'];
    const names = inputs['policyNames'] ?? [inputs['name']];
    const listeners = Array.isArray(made['Listeners']) ? (made['Listeners'] as readonly Made[]) : [];
    for (const listener of listeners) {
      if (String(listener['LoadBalancerPort']) !== String(port)) continue;
      listener['PolicyNames'] = written(names as PulumiValue, 'policyNames');
    }
    return [];
  },
};
