import { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import { type Guard, NEVER } from '../model/guard';
import { oneOf } from '../model/requirement';
import type { Resource } from '../model/resource';
import { identityOf, type Value } from '../model/value';
import { referredTo } from './network/web-acls';

export const ALARM_TYPES = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'] as const;

/** Where an alarm is used by something else than its own actions. */
const USES: readonly (readonly [type: string, path: string])[] = [
  ['AWS::CodeDeploy::DeploymentGroup', 'AlarmConfiguration.Alarms[*].Name'],
  ['AWS::ECS::Service', 'DeploymentConfiguration.Alarms.AlarmNames'],
  ['AWS::AppConfig::Environment', 'Monitors[*].AlarmArn'],
  ['AWS::Route53::HealthCheck', 'HealthCheckConfig.AlarmIdentifier.Name'],
  ['AWS::FIS::ExperimentTemplate', 'StopConditions[*].Value'],
];

/** States that something else acts on an alarm: an alarm that combines others, a deployment that it rolls back. */
export function isUsed(alarm: Resource): Claim {
  const { deployment } = alarm;
  let certain: Guard = NEVER;
  for (const [type, path] of USES) {
    for (const { when } of deployment.referrers(alarm, type, path)) certain = certain.or(when);
  }
  return Claim.when(certain.or(combined(alarm)));
}

interface Combined {
  readonly byReference: ReadonlyMap<Resource, Guard>;
  readonly byName: ReadonlyMap<string, Guard>;
}

const COMBINED = new WeakMap<Deployment, Combined>();

function combined(alarm: Resource): Guard {
  const { byReference, byName } = combinedIn(alarm.deployment);
  const name = alarm.get('AlarmName').literal;
  return (byReference.get(alarm) ?? NEVER).or(byName.get(String(name)) ?? NEVER);
}

function combinedIn(deployment: Deployment): Combined {
  const known = COMBINED.get(deployment);
  if (known !== undefined) return known;
  const byReference = new Map<Resource, Guard>();
  const byName = new Map<string, Guard>();
  for (const alarm of deployment.ofType('AWS::CloudWatch::CompositeAlarm')) {
    for (const { when, value } of alarm.get('AlarmRule').alternatives) {
      const given = when.and(alarm.exists);
      for (const found of referredTo(value)) {
        byReference.set(found, (byReference.get(found) ?? NEVER).or(given));
      }
      for (const name of namedIn(value)) byName.set(name, (byName.get(name) ?? NEVER).or(given));
    }
  }
  const result = { byReference, byName };
  COMBINED.set(deployment, result);
  return result;
}

/** Alarms that a rule names in so many words, as `ALARM("name")` or by their ARN. */
function namedIn(value: Value): readonly string[] {
  const texts =
    value.kind === 'known'
      ? [String(value.value)]
      : value.kind === 'text'
        ? value.parts.filter((part) => typeof part === 'string')
        : [];
  return texts.flatMap((text) =>
    [...text.matchAll(/\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*["']?([^"')]+)/g)].map(([, name]) =>
      (name as string).trim().replace(/^arn:.*:alarm:/, ''),
    ),
  );
}

/** States that a rule of EventBridge hears of some kind of event, is switched on and sends it somewhere. */
export function hearsOf(rule: Resource, key: 'source' | 'detail-type', ...values: readonly string[]): Claim {
  return rule
    .get('EventPattern')
    .child(key)
    .items()
    .some((item) => item.must(oneOf(...values)))
    .and(isSentOn(rule));
}

/** States that a rule of EventBridge is switched on and has a target. */
export function isSentOn(rule: Resource): Claim {
  const targets = rule.get('Targets');
  return rule
    .get('State')
    .orDefault('ENABLED')
    .must(oneOf('ENABLED', 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS'))
    .and(
      targets
        .items()
        .some((item) => item.present)
        .explained(
          targets.path,
          { ja: '送り先なし', en: 'no target' },
          { ja: '一つ以上の送り先', en: 'one target or more' },
          targets.at,
        ),
    );
}

const HEARING = new WeakMap<Deployment, Map<string, Claim>>();

/** States that some rule of EventBridge hears of some kind of event. */
export function someRuleHearsOf(
  deployment: Deployment,
  key: 'source' | 'detail-type',
  ...values: readonly string[]
): Claim {
  let hearing = HEARING.get(deployment);
  if (hearing === undefined) {
    hearing = new Map();
    HEARING.set(deployment, hearing);
  }
  // Asked for each of many alarms.
  const question = [key, ...values].join('\u0000');
  let claim = hearing.get(question);
  if (claim === undefined) {
    claim = Claim.any(
      deployment
        .ofType('AWS::Events::Rule')
        .map((rule) => hearsOf(rule, key, ...values).and(Claim.when(rule.exists))),
    );
    hearing.set(question, claim);
  }
  return claim;
}

interface Watched {
  readonly byMetric: ReadonlyMap<string, Guard>;
  readonly byNamespace: ReadonlyMap<string, Guard>;
  readonly any: Guard;
  /** Alarms on a metric that cannot be told. */
  readonly open: Guard;
}

const METRICS = new WeakMap<Deployment, Watched>();

/** States that there is an alarm on a metric, by its namespace and name. */
export function alarmOn(deployment: Deployment, namespace: Value, metric: Value): Claim {
  let watched = METRICS.get(deployment);
  if (watched === undefined) {
    watched = metricsWatched(deployment);
    METRICS.set(deployment, watched);
  }
  const certain = watched.byMetric.get(metricKey(namespace, metric) ?? '') ?? NEVER;
  const possible = isOpen(namespace)
    ? watched.any
    : isOpen(metric)
      ? (watched.byNamespace.get(identityOf(namespace) ?? '') ?? NEVER)
      : certain;
  return new Claim(certain, certain.or(possible).or(watched.open).not());
}

function metricsWatched(deployment: Deployment): Watched {
  const byMetric = new Map<string, Guard>();
  const byNamespace = new Map<string, Guard>();
  let [any, open]: [Guard, Guard] = [NEVER, NEVER];
  const add = (map: Map<string, Guard>, key: string | undefined, when: Guard) => {
    if (key !== undefined && !when.isNever) map.set(key, (map.get(key) ?? NEVER).or(when));
  };
  for (const alarm of deployment.ofType('AWS::CloudWatch::Alarm')) {
    const places = [
      alarm.properties('Namespace', 'MetricName'),
      ...alarm
        .get('Metrics')
        .items()
        .known.map((item) => item.get('MetricStat.Metric')),
    ];
    for (const place of places) {
      for (const namespace of place.get('Namespace').alternatives) {
        for (const metric of place.get('MetricName').alternatives) {
          const when = namespace.when.and(metric.when).and(alarm.exists);
          add(byMetric, metricKey(namespace.value, metric.value), when);
          add(byNamespace, identityOf(namespace.value), when);
          if (isOpen(namespace.value) || isOpen(metric.value)) open = open.or(when);
          if (metric.value.kind !== 'absent') any = any.or(when);
        }
      }
    }
  }
  return { byMetric, byNamespace, any, open };
}

/** Only deployment tells what it is. */
function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'text';
}

function metricKey(namespace: Value, metric: Value): string | undefined {
  const [left, right] = [identityOf(namespace), identityOf(metric)];
  return left === undefined || right === undefined ? undefined : `${left}\u0000${right}`;
}
