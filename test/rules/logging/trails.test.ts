import { TrailCoversAllRegions } from '../../../lib/rules/logging/TrailCoversAllRegions';
import { TrailExists } from '../../../lib/rules/logging/TrailExists';
import { TrailIntegrity } from '../../../lib/rules/logging/TrailIntegrity';
import { TrailRecordsManagementEvents } from '../../../lib/rules/logging/TrailRecordsManagementEvents';
import { ruleCases } from '../../helpers/rule-cases';

const trail = (properties: object = {}, more: object = {}) => ({
  Type: 'AWS::CloudTrail::Trail',
  ...more,
  Properties: {
    IsLogging: true,
    S3BucketName: 'log-archive',
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
    ...properties,
  },
});
const free = { Parameters: { P: { Type: 'String', Default: 'true' } } };

ruleCases(TrailIntegrity, [
  { name: 'accepts validation', expect: 'compliant', resources: { Trail: trail() } },
  {
    name: 'reads the string "true"',
    expect: 'compliant',
    resources: { Trail: trail({ EnableLogFileValidation: 'true' }) },
  },
  {
    name: 'reads absence as false',
    expect: 'violation',
    resources: { Trail: trail({ EnableLogFileValidation: { Ref: 'AWS::NoValue' } }) },
    property: 'EnableLogFileValidation',
  },
  {
    name: 'refuses false',
    expect: 'violation',
    resources: { Trail: trail({ EnableLogFileValidation: false }) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { Trail: trail({ EnableLogFileValidation: { Ref: 'P' } }) } },
  },
]);

ruleCases(TrailCoversAllRegions, [
  {
    name: 'accepts a trail of all regions; global services are in by default',
    expect: 'compliant',
    resources: { Trail: trail() },
  },
  {
    name: 'refuses a trail of one region',
    expect: 'violation',
    resources: { Trail: trail({ IsMultiRegionTrail: { Ref: 'AWS::NoValue' } }) },
    property: 'IsMultiRegionTrail',
  },
  {
    name: 'refuses a trail that is switched off',
    expect: 'violation',
    resources: { Trail: trail({ IsLogging: false }) },
    property: 'IsLogging',
  },
  {
    name: 'refuses to leave out global services',
    expect: 'violation',
    resources: { Trail: trail({ IncludeGlobalServiceEvents: 'false' }) },
  },
  {
    name: 'lets a trail of one region be, where another one covers all',
    expect: 'compliant',
    subject: 'Data',
    resources: { Data: trail({ IsMultiRegionTrail: false }), Whole: trail() },
  },
  {
    name: 'does not count another one under a condition',
    expect: 'violation',
    subject: 'Data',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: {
        Data: trail({ IsMultiRegionTrail: false }),
        Whole: trail({}, { Condition: 'Production' }),
      },
    },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { Trail: trail({ IsMultiRegionTrail: { Ref: 'P' } }) } },
  },
]);

const advanced = (...fields: object[]) => ({ AdvancedEventSelectors: [{ FieldSelectors: fields }] });
const category = { Field: 'eventCategory', Equals: ['Management'] };
ruleCases(TrailRecordsManagementEvents, [
  {
    name: 'reads absence of selectors as all management events',
    expect: 'compliant',
    resources: { Trail: trail() },
  },
  {
    name: 'reads no selector as absence',
    expect: 'compliant',
    resources: { Trail: trail({ EventSelectors: [] }) },
  },
  {
    name: 'reads the defaults of a selector',
    expect: 'compliant',
    resources: {
      Trail: trail({
        EventSelectors: [{ DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3'] }] }],
      }),
    },
  },
  {
    name: 'refuses write events only',
    expect: 'violation',
    resources: { Trail: trail({ EventSelectors: [{ ReadWriteType: 'WriteOnly' }] }) },
    property: /ReadWriteType/,
  },
  {
    name: 'refuses a trail without management events',
    expect: 'violation',
    resources: { Trail: trail({ EventSelectors: [{ IncludeManagementEvents: false }] }) },
  },
  {
    name: 'accepts an advanced selector',
    expect: 'compliant',
    resources: { Trail: trail(advanced(category)) },
  },
  {
    name: 'refuses an advanced selector of half of the events',
    expect: 'violation',
    resources: { Trail: trail(advanced(category, { Field: 'readOnly', Equals: ['false'] })) },
  },
  {
    name: 'refuses advanced selectors of data events only',
    expect: 'violation',
    resources: { Trail: trail(advanced({ Field: 'eventCategory', Equals: ['Data'] })) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { Trail: trail({ EventSelectors: [{ ReadWriteType: { Ref: 'P' } }] }) } },
  },
]);

const table = { Type: 'AWS::DynamoDB::Table' };
ruleCases(TrailExists, [
  { name: 'accepts a trail', expect: 'compliant', resources: { Trail: trail(), Table: table } },
  {
    name: 'asks for evidence where the platform provides the trail',
    expect: 'evidence',
    resources: { Table: table },
  },
  {
    name: 'refuses none where the app must provide it',
    expect: 'violation',
    profile: { platformProvides: [] },
    resources: { Table: table },
  },
  {
    name: 'cannot tell whether the only one is switched on',
    expect: 'undetermined',
    profile: { platformProvides: [] },
    template: { ...free, Resources: { Trail: trail({ IsLogging: { Ref: 'P' } }), Table: table } },
  },
  { name: 'says nothing where nothing is made', expect: 'compliant', resources: {} },
]);
