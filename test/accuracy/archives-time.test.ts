import { type AccuracyCase, accuracyCases, ref, res, sub, vpc } from './support';

// Logs that cannot be altered; time.

const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
  Conditions: {
    Prod: { 'Fn::Equals': [ref('Env'), 'prod'] },
    Dev: { 'Fn::Not': [{ Condition: 'Prod' }] },
  },
};

const about =
  (clause: string) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    resources: Record<string, unknown>,
    more: object = {},
    on: AccuracyCase['on'] = 'X',
  ): AccuracyCase => ({ name, clause, on, expect, template: { ...more, Resources: resources } });

const trail = (more: object) =>
  res('AWS::CloudTrail::Trail', {
    IsLogging: true,
    IsMultiRegionTrail: true,
    IncludeGlobalServiceEvents: true,
    S3BucketName: 'archive',
    ...more,
  });
const safe = about('7.1(6)②');
const LOCK = (retention: object) => ({
  ObjectLockEnabled: true,
  ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: retention } },
});
const archive = (more: object) => ({
  X: res('AWS::S3::Bucket', more),
  T: trail({ S3BucketName: ref('X'), EnableLogFileValidation: true }),
});

accuracyCases('logs cannot be altered', [
  safe('the trail validates its files', 'compliant', { X: trail({ EnableLogFileValidation: 'true' }) }),
  safe('absent means no validation', 'violation', { X: trail({}) }),
  safe('locked in compliance mode for a year', 'compliant', archive(LOCK({ Mode: 'COMPLIANCE', Days: 365 }))),
  safe('a year in years', 'compliant', archive(LOCK({ Mode: 'COMPLIANCE', Years: '1' }))),
  safe('governance mode can be lifted', 'violation', archive(LOCK({ Mode: 'GOVERNANCE', Days: 400 }))),
  safe('locked for a month', 'violation', archive(LOCK({ Mode: 'COMPLIANCE', Days: 30 }))),
  safe('lockable, with nothing locked by default', 'violation', archive({ ObjectLockEnabled: true })),
  safe('no lock', 'violation', archive({ VersioningConfiguration: { Status: 'Enabled' } })),
  safe('the trail names the bucket by its text', 'violation', {
    X: res('AWS::S3::Bucket', { BucketName: 'juki-trail' }),
    T: trail({ S3BucketName: 'juki-trail', EnableLogFileValidation: true }),
  }),
  safe('an ordinary bucket needs no lock', 'compliant', { X: res('AWS::S3::Bucket', {}) }),
  safe('server access logs cannot go to a locked bucket: versions are what there is', 'compliant', {
    X: res('AWS::S3::Bucket', { VersioningConfiguration: { Status: 'Enabled' } }),
    S: res('AWS::S3::Bucket', { LoggingConfiguration: { DestinationBucketName: ref('X') } }),
  }),
  safe(
    'the length of the lock is a parameter',
    'undetermined',
    archive(LOCK({ Mode: 'COMPLIANCE', Days: ref('Days') })),
    { Parameters: { Days: { Type: 'Number', Default: 400 } } },
  ),
  safe(
    'CDK empties the log bucket when the stack goes',
    'violation',
    {
      X: res(
        'AWS::S3::Bucket',
        { VersioningConfiguration: { Status: 'Enabled' } },
        { DeletionPolicy: 'Delete', UpdateReplacePolicy: 'Delete' },
      ),
      S: res('AWS::S3::Bucket', { LoggingConfiguration: { DestinationBucketName: ref('X') } }),
      E: res('Custom::S3AutoDeleteObjects', {
        ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:x',
        BucketName: ref('X'),
      }),
    },
    {},
    ['X', 'E'],
  ),
  {
    name: 'the trail stands in another template',
    clause: '3(2)⑥(イ)',
    on: 'X',
    expect: 'violation',
    templates: [
      {
        Resources: { X: res('AWS::S3::Bucket', {}) },
        Outputs: { B: { Value: ref('X'), Export: { Name: 'archive' } } },
      },
      { Resources: { T: trail({ S3BucketName: { 'Fn::ImportValue': 'archive' } }) } },
    ],
  },
  {
    ...safe('a vault for backups of ten years without a lock', 'violation', {
      X: res('AWS::Backup::BackupVault', { BackupVaultName: 'long' }),
      P: res('AWS::Backup::BackupPlan', {
        BackupPlan: {
          BackupPlanName: 'p',
          BackupPlanRule: [
            { RuleName: 'r', TargetBackupVault: ref('X'), Lifecycle: { DeleteAfterDays: 3650 } },
          ],
        },
      }),
    }),
    clause: '3(2)⑥(イ)',
  },
  {
    ...safe('a vault with a lock', 'compliant', {
      X: res('AWS::Backup::BackupVault', {
        BackupVaultName: 'long',
        LockConfiguration: { MinRetentionDays: 365, ChangeableForDays: 3 },
      }),
      P: res('AWS::Backup::BackupPlan', {
        BackupPlan: {
          BackupPlanName: 'p',
          BackupPlanRule: [
            { RuleName: 'r', TargetBackupVault: ref('X'), Lifecycle: { DeleteAfterDays: 3650 } },
          ],
        },
      }),
    }),
    clause: '3(2)⑥(イ)',
  },
]);

const clock = about('8.1②');
const options = (...servers: unknown[]) =>
  res('AWS::EC2::DHCPOptions', { DomainNameServers: ['AmazonProvidedDNS'], NtpServers: servers });
const joined = (id: unknown, beside: object = {}) =>
  res('AWS::EC2::VPCDHCPOptionsAssociation', { VpcId: ref('X'), DhcpOptionsId: id }, beside);
const started = (script: unknown) => ({
  X: res('AWS::EC2::Instance', { ImageId: 'ami-0123456789abcdef0', UserData: { 'Fn::Base64': script } }),
});

accuracyCases('time', [
  clock('the VPC hands out the time service', 'compliant', {
    X: vpc(),
    O: options('169.254.169.123'),
    A: joined(ref('O')),
  }),
  clock('a single value in place of a list', 'compliant', {
    X: vpc(),
    O: res('AWS::EC2::DHCPOptions', { NtpServers: '169.254.169.123' }),
    A: joined(ref('O')),
  }),
  clock('options that nobody associated', 'violation', { X: vpc(), O: options('169.254.169.123') }),
  clock('the association goes back to the default options', 'violation', {
    X: vpc(),
    O: options('169.254.169.123'),
    A: joined('default'),
  }),
  clock('options that name no time source', 'violation', {
    X: vpc(),
    O: res('AWS::EC2::DHCPOptions', { DomainName: 'local' }),
    A: joined(ref('O')),
  }),
  clock(
    'associated in production only',
    'violation',
    { X: vpc(), O: options('169.254.169.123'), A: joined(ref('O'), { Condition: 'Prod' }) },
    ENVIRONMENT,
  ),
  clock('the IPv6 address of the same service', 'compliant', {
    X: options('169.254.169.123', 'fd00:ec2::123'),
  }),
  clock('a public server beside it: two sources differ', 'violation', {
    X: options('169.254.169.123', '133.243.238.163'),
  }),
  clock(
    'the server is a parameter',
    'undetermined',
    { X: options(ref('Ntp')) },
    { Parameters: { Ntp: { Type: 'String', Default: '169.254.169.123' } } },
  ),
  {
    name: 'associated from another template',
    clause: '8.1②',
    on: 'X',
    expect: 'compliant',
    templates: [
      { Resources: { X: vpc() }, Outputs: { V: { Value: ref('X'), Export: { Name: 'net' } } } },
      {
        Resources: {
          O: options('169.254.169.123'),
          A: res('AWS::EC2::VPCDHCPOptionsAssociation', {
            VpcId: { 'Fn::ImportValue': 'net' },
            DhcpOptionsId: ref('O'),
          }),
        },
      },
    ],
  },
  clock(
    'the start script adds a public server',
    'violation',
    started(
      '#!/bin/bash\nyum -y install chrony\necho "server ntp.nict.jp iburst" >> /etc/chrony.conf\nsystemctl restart chronyd\n',
    ),
  ),
  clock(
    'the start script names the time service',
    'compliant',
    started(
      '#!/bin/bash\necho "server 169.254.169.123 prefer iburst minpoll 4 maxpoll 4" > /etc/chrony.d/aws.conf\nsystemctl restart chronyd\ntimedatectl set-timezone Asia/Tokyo\n',
    ),
  ),
  clock(
    'a line that is commented out: nothing is set, the image has to be shown to follow the time service',
    'evidence',
    started(sub('#!/bin/bash\n# server ntp.nict.jp iburst\n/opt/app/start ${AWS::Region}\n')),
  ),
  clock('the clock is stopped', 'violation', started('#!/bin/bash\nsystemctl disable --now chronyd\n')),
  clock(
    'the server comes by a parameter',
    'undetermined',
    started(sub('#!/bin/bash\necho "server ${Ntp} iburst" >> /etc/chrony.conf\n')),
    { Parameters: { Ntp: { Type: 'String', Default: '169.254.169.123' } } },
  ),
  clock(
    'Windows',
    'violation',
    started({
      'Fn::Join': [
        '\n',
        [
          '<powershell>',
          'w32tm /config /manualpeerlist:"time.windows.com,0x8" /syncfromflags:manual /update',
          '</powershell>',
        ],
      ],
    }),
  ),
  clock(
    'an application’s own server is no clock: nothing is set',
    'evidence',
    started(
      '#!/bin/bash\ncat > /etc/nginx/conf.d/app.conf <<EOF\nserver app.internal.local;\nEOF\nsystemctl stop postfix\n',
    ),
  ),
  clock('already encoded, in a launch template', 'violation', {
    X: res('AWS::EC2::LaunchTemplate', {
      LaunchTemplateData: { UserData: Buffer.from('#!/bin/bash\nntpdate ntp.nict.jp\n').toString('base64') },
    }),
  }),
]);
