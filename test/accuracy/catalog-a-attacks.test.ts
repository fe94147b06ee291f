import { type AccuracyCase, accuracyCases, att, ref, res } from './support';

const ALONE = { platformProvides: [] };
const visible = (MetricName: string) => ({
  CloudWatchMetricsEnabled: true,
  SampledRequestsEnabled: true,
  MetricName,
});
const ALB = res('AWS::ElasticLoadBalancingV2::LoadBalancer', {
  Type: 'application',
  Scheme: 'internet-facing',
  Subnets: ['subnet-0a1', 'subnet-0b2'],
});
const ASSOCIATION = res('AWS::WAFv2::WebACLAssociation', {
  ResourceArn: ref('Alb'),
  WebACLArn: att('Acl', 'Arn'),
});
const acl = (...Rules: readonly object[]) =>
  res('AWS::WAFv2::WebACL', {
    Scope: 'REGIONAL',
    DefaultAction: { Allow: {} },
    VisibilityConfig: visible('shimin'),
    Rules,
  });
const RATE = { RateBasedStatement: { Limit: 2000, AggregateKeyType: 'IP' } };
const rate = (Action: object) => ({
  Name: 'rate',
  Priority: 0,
  Statement: RATE,
  Action,
  VisibilityConfig: visible('rate'),
});
const managed = (Name: string, Priority = 1) => ({
  Name,
  Priority,
  Statement: { ManagedRuleGroupStatement: { VendorName: 'AWS', Name } },
  OverrideAction: { None: {} },
  VisibilityConfig: visible(Name),
});
const COMMON = managed('AWSManagedRulesCommonRuleSet');
const GROUP = res('AWS::WAFv2::RuleGroup', {
  Scope: 'REGIONAL',
  Capacity: 10,
  VisibilityConfig: visible('group'),
  Rules: [rate({ Block: {} })],
});
const group = (Arn: unknown, OverrideAction: object) => ({
  Name: 'group',
  Priority: 0,
  Statement: { RuleGroupReferenceStatement: { Arn } },
  OverrideAction,
  VisibilityConfig: visible('group'),
});
const defended = (...rules: readonly object[]) => ({
  Alb: ALB,
  Association: ASSOCIATION,
  Acl: acl(...rules),
});
const flood = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Readonly<Record<string, unknown>>,
): AccuracyCase => ({ name, clause: '7.5(6)', expect, on: ['Acl', 'Alb'], zone: 'internet', resources });

const repository = (properties: object) =>
  res('AWS::ECR::Repository', {
    RepositoryName: 'madoguchi/web',
    ImageTagMutability: 'IMMUTABLE',
    ...properties,
  });
const registry = (Filter: string) =>
  res('AWS::ECR::RegistryScanningConfiguration', {
    ScanType: 'ENHANCED',
    Rules: [{ ScanFrequency: 'CONTINUOUS_SCAN', RepositoryFilters: [{ Filter, FilterType: 'WILDCARD' }] }],
  });
const patched = (
  name: string,
  expect: AccuracyCase['expect'],
  more: Pick<AccuracyCase, 'on'> & Partial<AccuracyCase>,
): AccuracyCase => ({ name, clause: '7.6(1)①', expect, ...more });

const CASES: readonly AccuracyCase[] = [
  flood('who asks too often is blocked', 'compliant', defended(rate({ Block: {} }), COMMON)),
  flood('managed rules without any that limits the rate', 'violation', defended(COMMON)),
  flood('who asks too often is counted and let in', 'violation', defended(rate({ Count: {} }), COMMON)),
  flood('who asks too often must solve a challenge', 'compliant', defended(rate({ Challenge: {} }), COMMON)),
  flood('the limit stands in a rule group of the app', 'compliant', {
    ...defended(group(att('Group', 'Arn'), { None: {} }), COMMON),
    Group: GROUP,
  }),
  flood('the limit stands in a rule group whose actions are all overridden by counting', 'violation', {
    ...defended(group(att('Group', 'Arn'), { Count: {} }), COMMON),
    Group: GROUP,
  }),
  flood(
    'the managed rules against floods of requests take the place of a rate rule',
    'compliant',
    defended(managed('AWSManagedRulesAntiDDoSRuleSet', 0), COMMON),
  ),
  {
    name: 'the rule group, which may hold a limit, is a parameter',
    clause: '7.5(6)',
    expect: 'undetermined',
    on: ['Acl', 'Alb'],
    zone: 'internet',
    template: {
      Parameters: { GroupArn: { Type: 'String' } },
      Resources: defended(group(ref('GroupArn'), { None: {} }), COMMON),
    },
  },
  patched('a repository scans images as they are pushed', 'compliant', {
    on: 'Repository',
    profile: ALONE,
    resources: { Repository: repository({ ImageScanningConfiguration: { ScanOnPush: true } }) },
  }),
  patched('a repository that says nothing of scans, and no registry or platform that scans', 'violation', {
    on: 'Repository',
    profile: ALONE,
    resources: { Repository: repository({}) },
  }),
  patched('a repository that says nothing of scans, where the platform scans for the account', 'evidence', {
    on: ['', 'Repository'],
    resources: { Repository: repository({}) },
  }),
  patched('the registry scans all repositories, this one too', 'compliant', {
    on: 'Repository',
    profile: ALONE,
    resources: { Repository: repository({}), Registry: registry('*') },
  }),
  patched('the registry scans other repositories only', 'violation', {
    on: 'Repository',
    profile: ALONE,
    resources: { Repository: repository({}), Registry: registry('kokuho/*') },
  }),
  patched('whether pushed images are scanned is a free parameter', 'undetermined', {
    on: 'Repository',
    profile: ALONE,
    template: {
      Parameters: { Scan: { Type: 'String', Default: 'true' } },
      Resources: { Repository: repository({ ImageScanningConfiguration: { ScanOnPush: ref('Scan') } }) },
    },
  }),
  patched('a database that says nothing of minor versions: they are installed by default', 'compliant', {
    on: 'Db',
    resources: {
      Db: res('AWS::RDS::DBInstance', {
        Engine: 'postgres',
        EngineVersion: '16',
        DBInstanceClass: 'db.t4g.medium',
      }),
    },
  }),
  patched('a database that refuses minor versions', 'violation', {
    on: 'Db',
    resources: {
      Db: res('AWS::RDS::DBInstance', {
        Engine: 'postgres',
        EngineVersion: '16.3',
        DBInstanceClass: 'db.t4g.medium',
        AutoMinorVersionUpgrade: false,
      }),
    },
  }),
  patched('a warehouse that says nothing of upgrades: Redshift installs them by default', 'compliant', {
    on: 'Warehouse',
    resources: {
      Warehouse: res('AWS::Redshift::Cluster', {
        ClusterType: 'single-node',
        NodeType: 'ra3.large',
        DBName: 'tokei',
        MasterUsername: 'tokeiadm',
        ManageMasterPassword: true,
      }),
    },
  }),
  patched('a warehouse that refuses upgrades', 'violation', {
    on: 'Warehouse',
    resources: {
      Warehouse: res('AWS::Redshift::Cluster', {
        ClusterType: 'single-node',
        NodeType: 'ra3.large',
        DBName: 'tokei',
        MasterUsername: 'tokeiadm',
        ManageMasterPassword: true,
        AllowVersionUpgrade: false,
      }),
    },
  }),
];

accuracyCases('floods and vulnerabilities', CASES);
