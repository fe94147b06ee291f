import { DocumentDbEngineSupported } from '../../../lib/rules/lifecycle/DocumentDbEngineSupported';
import { NeptuneEngineSupported } from '../../../lib/rules/lifecycle/NeptuneEngineSupported';
import { RdsEngineSupported } from '../../../lib/rules/lifecycle/RdsEngineSupported';
import { ruleCases } from '../../helpers/rule-cases';

const until = (day: unknown) => ({ Tags: [{ Key: 'jichitai:planned-use-until', Value: day }] });
const one = (Type: string, Properties: object) => ({ X: { Type, Properties } });
const free = { Parameters: { P: { Type: 'String', Default: '13' } } };
const p = { Ref: 'P' };
const db = (Engine: unknown, EngineVersion: unknown, more: object = {}) =>
  one('AWS::RDS::DBInstance', {
    ...(Engine === undefined ? {} : { Engine }),
    ...(EngineVersion === undefined ? {} : { EngineVersion }),
    ...more,
  });
const paid = { EngineLifecycleSupport: 'open-source-rds-extended-support' };

ruleCases(RdsEngineSupported, [
  {
    name: 'accepts a version that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: db('postgres', '17', until('2029-03-31')),
  },
  {
    name: 'refuses a version whose standard support has ended',
    expect: 'violation',
    example: true,
    resources: db('mysql', '5.7.44', until('2026-12-31')),
    property: 'EngineVersion',
    message: /2024-02-29/,
  },
  {
    name: 'counts the extended support that is asked for',
    expect: 'compliant',
    resources: db('mysql', '5.7.44-rds.20260212', { ...paid, ...until('2026-12-31') }),
  },
  {
    name: 'refuses a use that goes on after the extended support',
    expect: 'violation',
    resources: db('mysql', '5.7.44', { ...paid, ...until('2027-03-31') }),
    message: /2027-02-28.*2027-03-31/,
  },
  {
    name: 'does not count extended support that is refused',
    expect: 'violation',
    resources: db('postgres', '13', { EngineLifecycleSupport: 'open-source-rds-extended-support-disabled' }),
  },
  {
    name: 'names both days where the support ends before the planned use',
    expect: 'violation',
    resources: db('postgres', '14', until('2029-03-31')),
    message: /2027-02-28.*2029-03-31/,
  },
  {
    name: 'refuses a release whose support has ended, though its series goes on',
    expect: 'violation',
    resources: db('postgres', '16.4', until('2027-03-31')),
    message: /2025-09-30/,
  },
  {
    name: 'lets AWS move a release that is still supported to a later one',
    expect: 'compliant',
    resources: db('mysql', '8.4.8', until('2029-03-31')),
  },
  {
    name: 'needs a plan where releases are not upgraded automatically',
    expect: 'evidence',
    resources: db('mysql', '8.4.8', { ...until('2029-03-31'), AutoMinorVersionUpgrade: false }),
    message: /2027-02-03/,
  },
  {
    name: 'takes a release that the table lacks as one of its series',
    expect: 'compliant',
    resources: db('mariadb', '11.4.99', until('2029-03-31')),
  },
  {
    name: 'reads the version of Aurora in that of MySQL',
    expect: 'compliant',
    resources: one('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      EngineVersion: '8.0.mysql_aurora.3.10.1',
      ...until('2028-03-31'),
    }),
  },
  {
    name: 'refuses Aurora MySQL 2 by either of its names',
    expect: 'violation',
    resources: one('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', EngineVersion: '5.7' }),
  },
  {
    name: 'refuses a release of Aurora PostgreSQL',
    expect: 'violation',
    resources: one('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', EngineVersion: '13.20' }),
  },
  {
    name: 'knows a global cluster',
    expect: 'violation',
    resources: one('AWS::RDS::GlobalCluster', { Engine: 'aurora-postgresql', EngineVersion: '12.9' }),
  },
  {
    name: 'knows SQL Server by its number',
    expect: 'violation',
    resources: db('sqlserver-se', '13.00.6300.2.v1'),
    message: /2026-07-14/,
  },
  {
    name: 'knows Oracle by its release',
    expect: 'compliant',
    resources: db('oracle-se2', '19.0.0.0.ru-2026-01.rur-2026-01.r1', until('2029-03-31')),
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: db('aurora-postgresql', undefined, { DBClusterIdentifier: 'c' }),
  },
  {
    name: 'leaves a replica to its source in the templates',
    expect: 'compliant',
    subject: 'R',
    resources: {
      ...db('postgres', '17', until('2029-03-31')),
      R: { Type: 'AWS::RDS::DBInstance', Properties: { SourceDBInstanceIdentifier: { Ref: 'X' } } },
    },
  },
  {
    name: 'judges a replica by a version of its own',
    expect: 'violation',
    subject: 'R',
    resources: {
      ...db('postgres', '17', until('2029-03-31')),
      R: {
        Type: 'AWS::RDS::DBInstance',
        Properties: { Engine: 'postgres', EngineVersion: '12.22', SourceDBInstanceIdentifier: { Ref: 'X' } },
      },
    },
  },
  { name: 'needs evidence where AWS chooses', expect: 'evidence', resources: db('postgres', undefined) },
  {
    name: 'cannot tell the version of a snapshot',
    expect: 'undetermined',
    resources: db(undefined, undefined, { DBSnapshotIdentifier: 's' }),
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: db('postgres', p) },
  },
  {
    name: 'cannot tell an engine that no table has',
    expect: 'undetermined',
    resources: db('db2-se', '11.5.9.0'),
  },
  {
    name: 'refuses one branch of a condition',
    expect: 'violation',
    template: {
      Parameters: { Old: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { IsOld: { 'Fn::Equals': [{ Ref: 'Old' }, 'yes'] } },
      Resources: db('postgres', { 'Fn::If': ['IsOld', '11', '17'] }, until('2029-03-31')),
    },
  },
]);

ruleCases(DocumentDbEngineSupported, [
  {
    name: 'accepts a version without an announced end',
    expect: 'compliant',
    example: true,
    resources: one('AWS::DocDB::DBCluster', { EngineVersion: '5.0.0' }),
  },
  {
    name: 'refuses 3.6',
    expect: 'violation',
    example: true,
    resources: one('AWS::DocDB::DBCluster', { EngineVersion: '3.6.0' }),
  },
  {
    name: 'does not trust an old table to know of every announcement',
    expect: 'evidence',
    today: '2027-06-01',
    resources: one('AWS::DocDB::DBCluster', { EngineVersion: '5.0.0' }),
    message: /as of 2026-10-01/,
  },
  {
    name: 'needs evidence where AWS chooses',
    expect: 'evidence',
    resources: one('AWS::DocDB::DBCluster', {}),
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: one('AWS::DocDB::DBCluster', { EngineVersion: p }) },
  },
]);

ruleCases(NeptuneEngineSupported, [
  {
    name: 'accepts a release that outlives the planned use',
    expect: 'compliant',
    example: true,
    resources: one('AWS::Neptune::DBCluster', { EngineVersion: '1.4.8.0', ...until('2027-09-30') }),
  },
  {
    name: 'refuses a release that has ended',
    expect: 'violation',
    example: true,
    resources: one('AWS::Neptune::DBCluster', { EngineVersion: '1.1.0.0' }),
  },
  {
    name: 'refuses a release that ends before the planned use',
    expect: 'violation',
    resources: one('AWS::Neptune::DBCluster', { EngineVersion: '1.3.2.1', ...until('2027-03-31') }),
    message: /2027-03-06/,
  },
  {
    name: 'cannot tell a release that the table lacks',
    expect: 'undetermined',
    resources: one('AWS::Neptune::DBCluster', { EngineVersion: '9.9.9.9' }),
  },
]);
