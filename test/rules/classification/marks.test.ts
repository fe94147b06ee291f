import { BackupsCarryClassification } from '../../../lib/rules/classification/BackupsCarryClassification';
import { DataStoreDeclaresZone } from '../../../lib/rules/classification/DataStoreDeclaresZone';
import { DataStoreIsClassified } from '../../../lib/rules/classification/DataStoreIsClassified';
import { MarkValuesAreValid } from '../../../lib/rules/classification/MarkValuesAreValid';
import { assessInline } from '../../helpers/inline';
import { either, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const tags = (marks: Readonly<Record<string, unknown>>) =>
  Object.entries(marks).map(([Key, Value]) => ({ Key: `jichitai:${Key}`, Value }));
const bucket = (Tags?: unknown) => ({
  Type: 'AWS::S3::Bucket',
  Properties: Tags === undefined ? {} : { Tags },
});
const full = { confidentiality: '3', integrity: '2', availability: '2' };
const free = { Parameters: { P: { Type: 'String' } } };
const conditional = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
};

ruleCases(DataStoreIsClassified, [
  { name: 'accepts tags on the store', expect: 'compliant', resources: { B: bucket(tags(full)) } },
  {
    name: 'reads a number as its text',
    expect: 'compliant',
    resources: { B: bucket(tags({ ...full, integrity: 2 })) },
  },
  {
    name: 'accepts what the template declares',
    expect: 'compliant',
    template: {
      Metadata: { Jichitai: { Confidentiality: 2, Integrity: 1, Availability: 1 } },
      Resources: { B: bucket() },
    },
  },
  {
    name: 'accepts tags of the stack',
    expect: 'compliant',
    template: {
      body: { Resources: { B: bucket() } },
      stack: { tags: Object.fromEntries(tags(full).map(({ Key, Value }) => [Key, Value])) },
    },
  },
  {
    name: 'refuses a store without any',
    expect: 'violation',
    resources: { B: bucket() },
    property: 'jichitai:confidentiality',
  },
  {
    name: 'refuses a store without one of the three',
    expect: 'violation',
    resources: { B: bucket(tags({ confidentiality: '3', integrity: '2' })) },
    property: 'jichitai:availability',
  },
  {
    name: 'refuses a level that there is not',
    expect: 'violation',
    resources: { B: bucket(tags({ ...full, integrity: '3' })) },
    message: /"3", which is none of 1, 2/,
  },
  {
    name: 'refuses a desktop with files of staff that carries none',
    expect: 'violation',
    resources: { W: { Type: 'AWS::WorkSpaces::Workspace', Properties: { UserName: 'tax-01' } } },
    property: 'jichitai:confidentiality',
  },
  {
    name: 'accepts tags on an index of documents',
    expect: 'compliant',
    resources: { I: { Type: 'AWS::Kendra::Index', Properties: { Name: 'ordinances', Tags: tags(full) } } },
  },
  {
    name: 'reads tags in a map of a store of health records',
    expect: 'compliant',
    resources: {
      D: {
        Type: 'AWS::HealthImaging::Datastore',
        Properties: { Tags: Object.fromEntries(tags(full).map(({ Key, Value }) => [Key, Value])) },
      },
    },
  },
  {
    name: 'reads tags in a map',
    expect: 'compliant',
    resources: {
      C: {
        Type: 'AWS::MSK::Cluster',
        Properties: { Tags: Object.fromEntries(tags(full).map(({ Key, Value }) => [Key, Value])) },
      },
    },
  },
  {
    name: 'reads the branches of a condition',
    expect: 'compliant',
    template: {
      ...conditional,
      Resources: {
        B: bucket({ 'Fn::If': ['Production', tags(full), tags({ ...full, confidentiality: '1' })] }),
      },
    },
  },
  {
    name: 'names the branch in which nothing is declared',
    expect: 'violation',
    template: {
      ...conditional,
      Resources: { B: bucket({ 'Fn::If': ['Production', tags(full), { Ref: 'AWS::NoValue' }] }) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: { D: { Type: 'AWS::RDS::DBInstance', Properties: { DBClusterIdentifier: 'c' } } },
  },
  {
    name: 'cannot tell a level that a parameter chooses',
    expect: 'undetermined',
    template: { ...free, Resources: { B: bucket(tags({ ...full, integrity: { Ref: 'P' } })) } },
  },
]);

ruleCases(DataStoreDeclaresZone, [
  {
    name: 'refuses a new kind of database without one',
    expect: 'violation',
    zone: 'none',
    resources: { D: { Type: 'AWS::DSQL::Cluster', Properties: { DeletionProtectionEnabled: true } } },
  },
  {
    name: 'accepts a tag',
    expect: 'compliant',
    zone: 'none',
    resources: { B: bucket(tags({ zone: 'lgwan' })) },
  },
  {
    name: 'accepts the zone of the command line',
    expect: 'compliant',
    zone: 'lgwan',
    resources: { B: bucket() },
  },
  {
    name: 'refuses a store of no zone',
    expect: 'violation',
    zone: 'none',
    resources: { B: bucket() },
    property: 'jichitai:zone',
  },
  {
    name: 'refuses a zone that there is not',
    expect: 'violation',
    zone: 'none',
    resources: { B: bucket(tags({ zone: 'mynumber' })) },
    message: /"mynumber"/,
  },
  {
    name: 'cannot tell a zone that a parameter chooses',
    expect: 'undetermined',
    zone: 'none',
    template: { ...free, Resources: { B: bucket(tags({ zone: { Ref: 'P' } })) } },
  },
  {
    name: 'accepts the zones that a parameter allows',
    expect: 'compliant',
    zone: 'none',
    template: {
      Parameters: { P: { Type: 'String', AllowedValues: ['lgwan', 'internet'] } },
      Resources: { B: bucket(tags({ zone: { Ref: 'P' } })) },
    },
  },
]);

ruleCases(MarkValuesAreValid, [
  {
    name: 'accepts values that there are',
    expect: 'compliant',
    resources: { B: bucket(tags({ ...full, zone: 'my-number', 'planned-use-until': '2029-03-31' })) },
  },
  {
    name: 'looks at every resource, not at stores only',
    expect: 'violation',
    resources: { T: { Type: 'AWS::SNS::Topic', Properties: { Tags: tags({ zone: 'mynumber' }) } } },
  },
  {
    name: 'refuses a day that there is not',
    expect: 'violation',
    resources: { B: bucket(tags({ 'planned-use-until': '2029-02-30' })) },
  },
  {
    name: 'refuses a date in other words',
    expect: 'violation',
    resources: { B: bucket(tags({ 'planned-use-until': '令和11年3月' })) },
  },
  {
    name: 'refuses a party that there is not',
    expect: 'violation',
    resources: { B: bucket(tags({ party: 'contractor' })) },
  },
  {
    name: 'refuses a wrong value in the metadata',
    expect: 'violation',
    template: { Metadata: { Jichitai: { Zone: 'MyNumber' } }, Resources: { B: bucket() } },
    property: 'Metadata.Jichitai.Zone',
  },
  {
    name: 'refuses a key in the metadata that there is not: it would declare nothing',
    expect: 'violation',
    template: { Metadata: { Jichitai: { zone: 'lgwan' } }, Resources: { B: bucket() } },
    property: 'Metadata.Jichitai.zone',
  },
  {
    name: 'refuses a wrong tag of the stack',
    expect: 'violation',
    template: { body: { Resources: { B: bucket() } }, stack: { tags: { 'jichitai:zone': 'LGWAN' } } },
  },
  {
    name: 'names the parameter value that is wrong',
    expect: 'violation',
    template: {
      Parameters: { P: { Type: 'String', AllowedValues: ['lgwan', 'dmz'] } },
      Resources: { B: bucket(tags({ zone: { Ref: 'P' } })) },
    },
    message: /when P is "dmz"/,
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { B: bucket(tags({ zone: { Ref: 'P' } })) } },
  },
  {
    name: 'leaves other tags alone',
    expect: 'compliant',
    resources: { B: bucket([{ Key: 'zone', Value: 'x' }]) },
  },
]);

test('a wrong tag that a stack puts on all of its resources is told once', () => {
  const wrong = bucket(tags({ zone: 'mynumber' }));
  expect(
    assessInline([MarkValuesAreValid], [{ Resources: { A: wrong, B: wrong, C: wrong } }]).findings,
  ).toHaveLength(1);
});

const copying = (Type: string, Properties: object) => ({ Subject: { Type, Properties } });
propertyCases(BackupsCarryClassification, {
  type: 'AWS::RDS::DBCluster',
  good: [{ Engine: 'aurora-postgresql', CopyTagsToSnapshot: true }],
  bad: [{ Engine: 'aurora-postgresql' }, { Engine: 'aurora-postgresql', CopyTagsToSnapshot: false }],
  open: [{ CopyTagsToSnapshot: { Ref: 'P' } }],
  either: { CopyTagsToSnapshot: either(true, false) },
  property: 'CopyTagsToSnapshot',
  more: [
    {
      name: 'leaves an instance of Aurora to its cluster',
      expect: 'compliant',
      resources: copying('AWS::RDS::DBInstance', { Engine: 'aurora-mysql' }),
    },
    {
      name: 'leaves a member to its cluster',
      expect: 'compliant',
      resources: copying('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }),
    },
    {
      name: 'refuses an instance that does not',
      expect: 'violation',
      resources: copying('AWS::RDS::DBInstance', { Engine: 'postgres' }),
    },
    {
      name: 'refuses Neptune that does not',
      expect: 'violation',
      resources: copying('AWS::Neptune::DBCluster', {}),
    },
    {
      name: 'accepts DocumentDB that does',
      expect: 'compliant',
      resources: copying('AWS::DocDB::DBCluster', { CopyTagsToSnapshot: 'true' }),
    },
    {
      name: 'refuses backups of files without tags',
      expect: 'violation',
      resources: copying('AWS::FSx::FileSystem', { WindowsConfiguration: { ThroughputCapacity: 32 } }),
      property: 'WindowsConfiguration.CopyTagsToBackups',
    },
    {
      name: 'asks nothing of kinds of file systems that have no such switch',
      expect: 'compliant',
      resources: copying('AWS::FSx::FileSystem', { OntapConfiguration: { DeploymentType: 'MULTI_AZ_1' } }),
    },
    {
      name: 'asks nothing of what may be read by anybody',
      expect: 'not-applicable',
      zone: 'internet',
      template: {
        Metadata: { Jichitai: { Confidentiality: 1 } },
        Resources: copying('AWS::RDS::DBInstance', { Engine: 'postgres' }),
      },
    },
  ],
});
