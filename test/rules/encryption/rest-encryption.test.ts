import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const unknown = { 'Fn::ImportValue': 'x' };
type Row = readonly [
  name: string,
  expect: RuleCase['expect'],
  type: string,
  properties: object,
  more?: Readonly<Record<string, object>>,
];

const STAGE = 'AWS::ApiGateway::Stage';
const stage = (settings: object) => ({ StageName: 'v1', MethodSettings: [settings] });
const emr = (EncryptionConfiguration: object) => ({ SecurityConfiguration: { EncryptionConfiguration } });

/** By rule: what is there, the verdict, and what else is in the template. The first two are the examples. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  DaxEncryptedAtRest: [
    ['on', 'compliant', 'AWS::DAX::Cluster', { SSESpecification: { SSEEnabled: true } }],
    ['off by default', 'violation', 'AWS::DAX::Cluster', { NodeType: 'dax.t3.small' }],
    ['nobody knows', 'undetermined', 'AWS::DAX::Cluster', { SSESpecification: { SSEEnabled: unknown } }],
  ],
  AppSyncCacheEncrypted: [
    [
      'always on since it need not be said',
      'compliant',
      'AWS::AppSync::ApiCache',
      { Ttl: 60, Type: 'SMALL' },
    ],
    [
      'made without',
      'violation',
      'AWS::AppSync::ApiCache',
      { AtRestEncryptionEnabled: false, TransitEncryptionEnabled: true },
    ],
    ['not on the line', 'violation', 'AWS::AppSync::ApiCache', { TransitEncryptionEnabled: 'false' }],
    ['nobody knows', 'undetermined', 'AWS::AppSync::ApiCache', { AtRestEncryptionEnabled: unknown }],
  ],
  ApiGatewayCacheEncrypted: [
    ['on', 'compliant', STAGE, stage({ CachingEnabled: true, CacheDataEncrypted: true })],
    [
      'off by default',
      'violation',
      STAGE,
      stage({ HttpMethod: '*', ResourcePath: '/*', CachingEnabled: true }),
    ],
    ['no cache', 'compliant', STAGE, stage({ LoggingLevel: 'INFO' })],
    ['nobody knows', 'undetermined', STAGE, stage({ CachingEnabled: true, CacheDataEncrypted: unknown })],
    ['nobody knows whether there is a cache', 'undetermined', STAGE, stage({ CachingEnabled: unknown })],
    [
      'a stage of its deployment',
      'violation',
      'AWS::ApiGateway::Deployment',
      { StageDescription: { CachingEnabled: true, CacheDataEncrypted: false } },
    ],
  ],
  CodeBuildArtifactsEncrypted: [
    [
      'on by default',
      'compliant',
      'AWS::CodeBuild::Project',
      { Artifacts: { Type: 'S3', Location: 'artifacts' } },
    ],
    [
      'turned off',
      'violation',
      'AWS::CodeBuild::Project',
      { Artifacts: { Type: 'S3', Location: 'artifacts', EncryptionDisabled: true } },
    ],
    [
      'turned off for the second output',
      'violation',
      'AWS::CodeBuild::Project',
      { SecondaryArtifacts: [{ Type: 'S3', EncryptionDisabled: 'true' }] },
    ],
    [
      'turned off for logs',
      'violation',
      'AWS::CodeBuild::Project',
      { LogsConfig: { S3Logs: { Status: 'ENABLED', EncryptionDisabled: true } } },
    ],
    [
      'turned off for reports',
      'violation',
      'AWS::CodeBuild::ReportGroup',
      { ExportConfig: { ExportConfigType: 'S3', S3Destination: { EncryptionDisabled: true } } },
    ],
    [
      'nobody knows',
      'undetermined',
      'AWS::CodeBuild::Project',
      { Artifacts: { EncryptionDisabled: unknown } },
    ],
  ],
  GlueJobUsesSecurityConfiguration: [
    [
      'a configuration of the deployment',
      'compliant',
      'AWS::Glue::Job',
      { SecurityConfiguration: { Ref: 'Security' } },
      { Security: { Type: 'AWS::Glue::SecurityConfiguration', Properties: { Name: 'own-key' } } },
    ],
    ['none', 'violation', 'AWS::Glue::Job', { Command: { Name: 'glueetl' } }],
    ['a crawler without', 'violation', 'AWS::Glue::Crawler', { DatabaseName: 'tax' }],
    ['one that nobody shows', 'evidence', 'AWS::Glue::Crawler', { CrawlerSecurityConfiguration: 'own-key' }],
    [
      'none in one environment',
      'violation',
      'AWS::Glue::Job',
      { SecurityConfiguration: { 'Fn::If': ['Always', { Ref: 'AWS::NoValue' }, 'own-key'] } },
    ],
  ],
  EmrClusterUsesSecurityConfiguration: [
    [
      'a configuration of the deployment',
      'compliant',
      'AWS::EMR::Cluster',
      { Name: 'statistics', SecurityConfiguration: { Ref: 'Security' } },
      { Security: { Type: 'AWS::EMR::SecurityConfiguration', Properties: emr({}) } },
    ],
    ['none', 'violation', 'AWS::EMR::Cluster', { Name: 'statistics' }],
    ['one that nobody shows', 'evidence', 'AWS::EMR::Cluster', { SecurityConfiguration: 'own-key' }],
  ],
  EmrUsesTls: [
    ['on', 'compliant', 'AWS::EMR::SecurityConfiguration', emr({ EnableInTransitEncryption: true })],
    ['off', 'violation', 'AWS::EMR::SecurityConfiguration', emr({ EnableInTransitEncryption: false })],
    [
      'as text',
      'compliant',
      'AWS::EMR::SecurityConfiguration',
      {
        SecurityConfiguration: JSON.stringify({
          EncryptionConfiguration: { EnableInTransitEncryption: true },
        }),
      },
    ],
    ['nobody knows', 'undetermined', 'AWS::EMR::SecurityConfiguration', { SecurityConfiguration: unknown }],
    [
      'on Kubernetes with a certificate',
      'compliant',
      'AWS::EMRContainers::SecurityConfiguration',
      {
        SecurityConfigurationData: {
          EncryptionConfiguration: {
            InTransitEncryptionConfiguration: {
              TLSCertificateConfiguration: { CertificateProviderType: 'PEM' },
            },
          },
        },
      },
    ],
    ['on Kubernetes without', 'violation', 'AWS::EMRContainers::SecurityConfiguration', {}],
  ],
};

const WITHOUT_UNDETERMINED = ['GlueJobUsesSecurityConfiguration', 'EmrClusterUsesSecurityConfiguration'];

for (const [id, rows] of Object.entries(ROWS)) {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(id);
  ruleCases(
    rule,
    rows.map(([name, expected, Type, Properties, more], index) => ({
      name,
      expect: expected,
      subject: 'Subject',
      ...(index < 2
        ? { resources: { Subject: { Type, Properties }, ...more }, example: true as const }
        : {
            template: {
              Conditions: { Always: { 'Fn::Equals': ['a', 'a'] } },
              Resources: { Subject: { Type, Properties }, ...more },
            },
          }),
    })),
    WITHOUT_UNDETERMINED.includes(id)
      ? { undetermined: 'a name that is not known before deployment is one all the same: evidence' }
      : {},
  );
}
