import { DocumentDbRequiresTls } from '../../../lib/rules/encryption/DocumentDbRequiresTls';
import { RdsForcesTls } from '../../../lib/rules/encryption/RdsForcesTls';
import { RdsProxyRequiresTls } from '../../../lib/rules/encryption/RdsProxyRequiresTls';
import { RdsTlsVersion } from '../../../lib/rules/encryption/RdsTlsVersion';
import { RedshiftRequiresTls } from '../../../lib/rules/encryption/RedshiftRequiresTls';
import { ruleCases } from '../../helpers/rule-cases';

const instance = (Engine: unknown, properties: object = {}) => ({
  Database: { Type: 'AWS::RDS::DBInstance', Properties: { Engine, ...properties } },
});
const cluster = (Engine: unknown, properties: object = {}) => ({
  Database: { Type: 'AWS::RDS::DBCluster', Properties: { Engine, ...properties } },
});
const group = (Family: string, Parameters: object = {}, more: object = {}) => ({
  Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family, Parameters, ...more } },
});
const clusterGroup = (Family: string, Parameters: object = {}) => ({
  Group: { Type: 'AWS::RDS::DBClusterParameterGroup', Properties: { Family, Parameters } },
});
const named = { DBParameterGroupName: { Ref: 'Group' } };
const clusterNamed = { DBClusterParameterGroupName: { Ref: 'Group' } };
const subject = 'Database';

ruleCases(RdsForcesTls, [
  {
    name: 'PostgreSQL that is told to',
    expect: 'compliant',
    subject,
    resources: { ...instance('postgres', named), ...group('postgres14', { 'rds.force_ssl': '1' }) },
  },
  {
    name: 'PostgreSQL that is told not to',
    expect: 'violation',
    subject,
    resources: { ...instance('postgres', named), ...group('postgres16', { 'rds.force_ssl': 0 }) },
    property: 'Parameters.rds.force_ssl',
  },
  {
    name: 'PostgreSQL 16 does so by default',
    expect: 'compliant',
    subject,
    resources: instance('postgres', { EngineVersion: '16.3' }),
  },
  {
    name: 'PostgreSQL 14 does not',
    expect: 'violation',
    subject,
    resources: instance('postgres', { EngineVersion: '14.9' }),
  },
  {
    name: 'a group that says nothing has the default of its family',
    expect: 'compliant',
    subject,
    resources: { ...instance('postgres', named), ...group('postgres15') },
  },
  {
    name: 'PostgreSQL of whatever version',
    expect: 'undetermined',
    subject,
    resources: instance('postgres'),
  },
  {
    name: 'Aurora PostgreSQL 16 does not by default',
    expect: 'violation',
    subject,
    resources: cluster('aurora-postgresql', { EngineVersion: '16.4' }),
  },
  {
    name: 'Aurora PostgreSQL 17 does',
    expect: 'compliant',
    subject,
    resources: cluster('aurora-postgresql', { EngineVersion: '17.4' }),
  },
  {
    name: 'Aurora PostgreSQL that is told to',
    expect: 'compliant',
    subject,
    resources: {
      ...cluster('aurora-postgresql', clusterNamed),
      ...clusterGroup('aurora-postgresql15', { 'rds.force_ssl': 1 }),
    },
  },
  {
    name: 'a default group by its name',
    expect: 'violation',
    subject,
    resources: cluster('aurora-postgresql', {
      DBClusterParameterGroupName: 'default.aurora-postgresql15',
    }),
  },
  {
    name: 'a group by its name',
    expect: 'compliant',
    subject,
    resources: {
      ...instance('mysql', { DBParameterGroupName: 'tls' }),
      ...group('mysql8.0', { require_secure_transport: 'ON' }, { DBParameterGroupName: 'tls' }),
    },
  },
  {
    name: 'MySQL does not by default',
    expect: 'violation',
    subject,
    resources: instance('mysql', { EngineVersion: '8.4.3' }),
  },
  {
    name: 'Aurora MySQL with a group that says nothing',
    expect: 'violation',
    subject,
    resources: { ...cluster('aurora-mysql', clusterNamed), ...clusterGroup('aurora-mysql8.0') },
  },
  {
    name: 'SQL Server that is told to',
    expect: 'compliant',
    subject,
    resources: {
      ...instance('sqlserver-se', named),
      ...group('sqlserver-se-15.0', { 'rds.force_ssl': '1' }),
    },
  },
  {
    name: 'SQL Server by default',
    expect: 'violation',
    subject,
    resources: instance('sqlserver-se', { EngineVersion: '15.00' }),
  },
  {
    name: 'Oracle sets it elsewhere',
    expect: 'evidence',
    subject,
    resources: instance('oracle-se2', { EngineVersion: '19' }),
  },
  {
    name: 'an instance of a cluster does as the cluster',
    expect: 'compliant',
    subject,
    resources: instance('aurora-mysql', { DBClusterIdentifier: { 'Fn::ImportValue': 'cluster' } }),
  },
  {
    name: 'a group outside of the templates',
    expect: 'undetermined',
    subject,
    resources: instance('postgres', { DBParameterGroupName: 'tls', EngineVersion: '16' }),
  },
  {
    name: 'a value that nobody knows',
    expect: 'undetermined',
    subject,
    resources: {
      ...instance('postgres', named),
      ...group('postgres16', { 'rds.force_ssl': { 'Fn::ImportValue': 'x' } }),
    },
  },
  {
    name: 'an engine by parameter, of which one does not',
    expect: 'violation',
    subject,
    message: /when Engine is "mysql"/,
    template: {
      Parameters: { Engine: { Type: 'String', AllowedValues: ['postgres', 'mysql'] } },
      Resources: instance({ Ref: 'Engine' }, { EngineVersion: '16.1' }),
    },
  },
]);

const proxy = (properties: object) => ({ P: { Type: 'AWS::RDS::DBProxy', Properties: properties } });
ruleCases(RdsProxyRequiresTls, [
  { name: 'told to', expect: 'compliant', resources: proxy({ RequireTLS: true }) },
  { name: 'not by default', expect: 'violation', resources: proxy({}) },
  {
    name: 'nobody knows',
    expect: 'undetermined',
    resources: proxy({ RequireTLS: { 'Fn::ImportValue': 'x' } }),
  },
]);

const docdb = (properties: object = {}) => ({
  Database: { Type: 'AWS::DocDB::DBCluster', Properties: properties },
});
const docdbGroup = (Parameters: object) => ({
  Group: { Type: 'AWS::DocDB::DBClusterParameterGroup', Properties: { Family: 'docdb5.0', Parameters } },
});
ruleCases(DocumentDbRequiresTls, [
  { name: 'does so by default', expect: 'compliant', subject, resources: docdb() },
  {
    name: 'a group that says nothing',
    expect: 'compliant',
    subject,
    resources: { ...docdb(clusterNamed), ...docdbGroup({ audit_logs: 'enabled' }) },
  },
  {
    name: 'told not to',
    expect: 'violation',
    subject,
    resources: { ...docdb(clusterNamed), ...docdbGroup({ tls: 'disabled' }) },
  },
  {
    name: 'a group outside of the templates',
    expect: 'undetermined',
    subject,
    resources: docdb({ DBClusterParameterGroupName: 'own' }),
  },
]);

const redshift = (properties: object = {}) => ({
  Database: { Type: 'AWS::Redshift::Cluster', Properties: properties },
});
const redshiftGroup = (ParameterGroupFamily: string, Parameters: object[] = []) => ({
  Group: { Type: 'AWS::Redshift::ClusterParameterGroup', Properties: { ParameterGroupFamily, Parameters } },
});
const inGroup = { ClusterParameterGroupName: { Ref: 'Group' } };
const requireSsl = (ParameterValue: unknown) => [{ ParameterName: 'require_ssl', ParameterValue }];
ruleCases(RedshiftRequiresTls, [
  { name: 'the default group does since 2025', expect: 'compliant', subject, resources: redshift() },
  {
    name: 'the former default group',
    expect: 'violation',
    subject,
    resources: redshift({ ClusterParameterGroupName: 'default.redshift-1.0' }),
  },
  {
    name: 'a group that does',
    expect: 'compliant',
    subject,
    resources: { ...redshift(inGroup), ...redshiftGroup('redshift-1.0', requireSsl('true')) },
  },
  {
    name: 'a group that does not',
    expect: 'violation',
    subject,
    resources: { ...redshift(inGroup), ...redshiftGroup('redshift-2.0', requireSsl('false')) },
  },
  {
    name: 'a group that says nothing',
    expect: 'violation',
    subject,
    resources: { ...redshift(inGroup), ...redshiftGroup('redshift-1.0') },
  },
  {
    name: 'a group outside of the templates',
    expect: 'undetermined',
    subject,
    resources: redshift({ ClusterParameterGroupName: 'own' }),
  },
]);

const takes = (Parameters: unknown, type = 'AWS::RDS::DBClusterParameterGroup') => ({
  Group: { Type: type, Properties: { Family: 'x', Parameters } },
});
const INSTANCES = 'AWS::RDS::DBParameterGroup';
ruleCases(RdsTlsVersion, [
  {
    name: 'PostgreSQL from TLS 1.2 on',
    expect: 'compliant',
    example: true,
    resources: takes({ ssl_min_protocol_version: 'TLSv1.2' }),
  },
  {
    name: 'PostgreSQL from TLS 1.0 on',
    expect: 'violation',
    example: true,
    resources: takes({ ssl_min_protocol_version: 'TLSv1' }),
    property: 'Parameters.ssl_min_protocol_version',
  },
  {
    name: 'PostgreSQL from TLS 1.1 on, in other letters',
    expect: 'violation',
    resources: takes({ ssl_min_protocol_version: 'tlsv1.1' }, INSTANCES),
  },
  { name: 'TLS 1.3 only', expect: 'compliant', resources: takes({ tls_version: 'TLSv1.3' }) },
  {
    name: 'MySQL with TLS 1.2 and 1.3',
    expect: 'compliant',
    resources: takes({ tls_version: 'TLSv1.2,TLSv1.3' }, INSTANCES),
  },
  {
    name: 'MySQL with TLS 1.1 among them',
    expect: 'violation',
    resources: takes({ tls_version: 'TLSv1.1,TLSv1.2' }),
  },
  {
    name: 'MySQL with TLS 1.0 at the end',
    expect: 'violation',
    resources: takes({ tls_version: 'TLSv1.2, TLSv1' }),
  },
  {
    name: 'SQL Server that takes TLS 1.0',
    expect: 'violation',
    resources: takes({ 'rds.tls10': 'enabled', 'rds.tls11': 'disabled' }, INSTANCES),
    property: 'Parameters.rds.tls10',
  },
  {
    name: 'SQL Server that does not',
    expect: 'compliant',
    resources: takes({ 'rds.tls10': 'disabled', 'rds.tls11': 'disabled' }, INSTANCES),
  },
  {
    name: 'a group that leaves it to the engine',
    expect: 'compliant',
    resources: takes({ timezone: 'Asia/Tokyo' }),
  },
  { name: 'a group without parameters', expect: 'compliant', resources: takes(undefined) },
  {
    name: 'a version by parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Version: { Type: 'String', Default: 'TLSv1.2' } },
      Resources: takes({ ssl_min_protocol_version: { Ref: 'Version' } }),
    },
  },
  {
    name: 'a version that differs by environment',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: takes({ tls_version: { 'Fn::If': ['Production', 'TLSv1.2', 'TLSv1'] } }),
    },
  },
]);
