import { AccessAnalyzerExists } from '../../../lib/rules/identity/AccessAnalyzerExists';
import { AccountPasswordPolicyExists } from '../../../lib/rules/identity/AccountPasswordPolicyExists';
import { SessionManagerIdleTimeout } from '../../../lib/rules/identity/SessionManagerIdleTimeout';
import { SessionManagerRecordsSessions } from '../../../lib/rules/identity/SessionManagerRecordsSessions';
import { SessionManagerSessionIsShort } from '../../../lib/rules/identity/SessionManagerSessionIsShort';
import { SessionPreferencesExist } from '../../../lib/rules/identity/SessionPreferencesExist';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref } from '../network/pieces';

const TEXT = { Parameters: { Text: { Type: 'String', Default: '15' } } };
const session = (inputs: Record<string, unknown>, sessionType = 'Standard_Stream') =>
  make('AWS::SSM::Document', {
    Name: 'SSM-SessionManagerRunShell',
    DocumentType: 'Session',
    Content: { schemaVersion: '1.0', sessionType, inputs },
  });
const asText = (inputs: Record<string, unknown>) =>
  make('AWS::SSM::Document', {
    DocumentType: 'Session',
    Content: JSON.stringify({ schemaVersion: '1.0', sessionType: 'Standard_Stream', inputs }),
  });
const COMMAND = make('AWS::SSM::Document', { DocumentType: 'Command', Content: { schemaVersion: '2.2' } });

ruleCases(SessionManagerIdleTimeout, [
  {
    name: 'accepts a quarter of an hour',
    expect: 'compliant',
    example: true,
    resources: { Session: session({ idleSessionTimeout: '15' }) },
  },
  {
    name: 'reads absence as twenty minutes',
    expect: 'violation',
    example: true,
    resources: { Session: session({}) },
  },
  {
    name: 'accepts twenty minutes where the profile does',
    expect: 'compliant',
    profile: { maximumIdleMinutes: 20 },
    resources: { Session: session({}) },
  },
  {
    name: 'refuses an hour',
    expect: 'violation',
    resources: { Session: session({ idleSessionTimeout: '60' }) },
  },
  {
    name: 'reads a document that is text',
    expect: 'violation',
    resources: { Session: asText({ idleSessionTimeout: '60' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Session: session({ idleSessionTimeout: ref('Text') }) } },
  },
  {
    name: 'names the condition under which it is long',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Session: session({ idleSessionTimeout: either('Production', '5', '60') }) },
    },
  },
  { name: 'asks nothing of a command', expect: 'compliant', resources: { Command: COMMAND } },
  { name: 'asks nothing of a forwarded port', expect: 'compliant', resources: { Port: session({}, 'Port') } },
]);

ruleCases(SessionManagerSessionIsShort, [
  {
    name: 'accepts an hour',
    expect: 'compliant',
    example: true,
    resources: { Session: session({ maxSessionDuration: '60' }) },
  },
  {
    name: 'refuses a session without an end',
    expect: 'violation',
    example: true,
    resources: { Session: session({}) },
  },
  {
    name: 'refuses a day',
    expect: 'violation',
    resources: { Session: session({ maxSessionDuration: '1440' }) },
  },
  {
    name: 'reads an empty text as no end',
    expect: 'violation',
    resources: { Session: session({ maxSessionDuration: '' }) },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Session: session({ maxSessionDuration: ref('Text') }) } },
  },
]);

const LOGGED = {
  cloudWatchLogGroupName: 'sessions',
  cloudWatchEncryptionEnabled: true,
  kmsKeyId: 'alias/session',
};

ruleCases(SessionManagerRecordsSessions, [
  {
    name: 'accepts a record in an encrypted log group',
    expect: 'compliant',
    example: true,
    resources: { Session: session(LOGGED) },
  },
  {
    name: 'accepts a record in a bucket',
    expect: 'compliant',
    resources: {
      Session: session({ s3BucketName: 'sessions', s3EncryptionEnabled: true, kmsKeyId: 'alias/session' }),
    },
  },
  {
    name: 'refuses none',
    expect: 'violation',
    example: true,
    resources: { Session: session({ kmsKeyId: 'alias/session' }) },
  },
  {
    name: 'refuses a record that need not be encrypted',
    expect: 'violation',
    resources: { Session: session({ ...LOGGED, cloudWatchEncryptionEnabled: false }) },
  },
  {
    name: 'refuses a session without a key',
    expect: 'violation',
    property: 'Content.inputs.kmsKeyId',
    resources: { Session: session({ ...LOGGED, kmsKeyId: '' }) },
  },
  {
    name: 'does not know a key that is a parameter',
    expect: 'undetermined',
    template: { ...TEXT, Resources: { Session: session({ ...LOGGED, kmsKeyId: ref('Text') }) } },
  },
]);

const server = make('AWS::EC2::Instance', { InstanceType: 't3.small' });
const byApp = { platformProvides: [] };

ruleCases(SessionPreferencesExist, [
  {
    name: 'accepts preferences in the templates',
    expect: 'compliant',
    profile: byApp,
    example: true,
    resources: { Server: server, Session: session({}) },
  },
  {
    name: 'refuses servers without preferences where the app must provide them',
    expect: 'violation',
    profile: byApp,
    example: true,
    resources: { Server: server },
  },
  { name: 'asks to see those of the platform', expect: 'evidence', resources: { Server: server } },
  {
    name: 'asks nothing where there is no server',
    expect: 'compliant',
    profile: byApp,
    resources: { Command: COMMAND },
  },
  {
    name: 'does not know a document whose name is a parameter',
    expect: 'undetermined',
    profile: byApp,
    template: {
      ...TEXT,
      Resources: {
        Server: server,
        Session: make('AWS::SSM::Document', { Name: ref('Text'), DocumentType: 'Session' }),
      },
    },
  },
]);

const analyzer = (Type: unknown) => make('AWS::AccessAnalyzer::Analyzer', { Type });

ruleCases(AccessAnalyzerExists, [
  {
    name: 'accepts an analyzer of unused access',
    expect: 'compliant',
    profile: byApp,
    example: true,
    resources: { Analyzer: analyzer('ACCOUNT_UNUSED_ACCESS') },
  },
  {
    name: 'refuses an app without one where the app must provide it',
    expect: 'violation',
    profile: byApp,
    example: true,
    resources: { Server: server },
  },
  {
    name: 'refuses an analyzer of access from outside alone: it finds no id that nobody uses',
    expect: 'violation',
    profile: byApp,
    resources: { Analyzer: analyzer('ACCOUNT') },
  },
  { name: 'asks to see that of the platform', expect: 'evidence', resources: { Server: server } },
  {
    name: 'does not know a kind that is a parameter',
    expect: 'undetermined',
    profile: byApp,
    template: { ...TEXT, Resources: { Analyzer: analyzer(ref('Text')) } },
  },
  {
    name: 'refuses one that exists in one environment only',
    expect: 'violation',
    profile: byApp,
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Analyzer: { ...analyzer('ACCOUNT_UNUSED_ACCESS'), Condition: 'Production' } },
    },
  },
]);

const user = make('AWS::IAM::User', {});
const call = (action: string) =>
  make('Custom::AWS', {
    Create: JSON.stringify({ service: 'IAM', action, parameters: { MinimumPasswordLength: 14 } }),
  });

ruleCases(AccountPasswordPolicyExists, [
  {
    name: 'accepts a custom resource that sets it',
    expect: 'compliant',
    profile: byApp,
    example: true,
    resources: { User: user, Policy: call('updateAccountPasswordPolicy') },
  },
  {
    name: 'refuses users without one where the app must provide it',
    expect: 'violation',
    profile: byApp,
    example: true,
    resources: { User: user },
  },
  {
    name: 'does not take another call for it',
    expect: 'violation',
    profile: byApp,
    resources: { User: user, Policy: call('listUsers') },
  },
  { name: 'asks to see that of the platform', expect: 'evidence', resources: { User: user } },
  {
    name: 'asks nothing where there are no users',
    expect: 'compliant',
    profile: byApp,
    resources: { Server: server },
  },
  {
    name: 'cannot see what another custom resource does',
    expect: 'undetermined',
    profile: byApp,
    resources: { User: user, Policy: make('AWS::CloudFormation::CustomResource', { ServiceToken: 'arn' }) },
  },
]);
