import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, when } from './support';

const encryption = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '4(1)④' }));

const Key = res('AWS::KMS::Key', {
  EnableKeyRotation: true,
  KeyPolicy: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:root' },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
});
const KEY = att('Key', 'Arn');
const FOREIGN = 'arn:aws:kms:ap-northeast-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ROLE = 'arn:aws:iam::111122223333:role/service';

const fn = (properties: object) =>
  res('AWS::Lambda::Function', {
    Runtime: 'python3.13',
    Handler: 'index.handler',
    Role: ROLE,
    Code: { S3Bucket: 'artifacts', S3Key: 'juki.zip' },
    Environment: { Variables: { DB_HOST: 'db.juki.internal' } },
    ...properties,
  });
const machine = (properties: object) =>
  res('AWS::StepFunctions::StateMachine', { RoleArn: ROLE, DefinitionString: '{}', ...properties });
const desktop = (properties: object) =>
  res('AWS::WorkSpaces::Workspace', {
    BundleId: 'wsb-0a1b2c3d4',
    DirectoryId: 'd-95674e1b2c',
    UserName: 'kakari01',
    ...properties,
  });
const kendra = (properties: object) =>
  res('AWS::Kendra::Index', { Name: 'reiki', Edition: 'ENTERPRISE_EDITION', RoleArn: ROLE, ...properties });
const vectors = (encrypt: object) =>
  res('AWS::OpenSearchServerless::SecurityPolicy', {
    Name: 'juki',
    Type: 'encryption',
    Policy: JSON.stringify({
      Rules: [{ ResourceType: 'collection', Resource: ['collection/juki'] }],
      ...encrypt,
    }),
  });
const emr = (s3: object) =>
  res('AWS::EMR::SecurityConfiguration', {
    SecurityConfiguration: {
      EncryptionConfiguration: {
        EnableInTransitEncryption: true,
        EnableAtRestEncryption: true,
        InTransitEncryptionConfiguration: {
          TLSCertificateConfiguration: {
            CertificateProviderType: 'PEM',
            S3Object: 's3://artifacts/certs.zip',
          },
        },
        AtRestEncryptionConfiguration: {
          S3EncryptionConfiguration: s3,
          LocalDiskEncryptionConfiguration: {
            EncryptionKeyProviderType: 'AwsKms',
            AwsKmsKey: KEY,
            EnableEbsEncryption: true,
          },
        },
      },
    },
  });
const volume = (properties: object) =>
  res('AWS::ECS::Service', {
    TaskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/juki:7',
    VolumeConfigurations: [
      { Name: 'work', ManagedEBSVolume: { RoleArn: ROLE, SizeInGiB: 50, ...properties } },
    ],
  });
const glue = (s3: object) =>
  res('AWS::Glue::SecurityConfiguration', {
    Name: 'juki',
    EncryptionConfiguration: {
      S3Encryptions: [s3],
      CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn: KEY },
      JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn: KEY },
    },
  });
const bus = (properties: object) => res('AWS::Events::EventBus', { Name: 'renkei', ...properties });

accuracyCases(
  'catalog b: customer managed keys of less usual services',
  encryption([
    {
      // Corrected: labelled a violation at first. The clause protects the information that is handled and the table of
      // controls names no Lambda; the environment holds settings, and credentials may not stand there at all (7.2(5)).
      name: 'the environment of a function under the key of AWS: settings, of which a warning is enough',
      expect: 'compliant',
      on: 'Fn',
      resources: { Fn: fn({}) },
    },
    {
      name: 'the environment of a function under a key of the template',
      expect: 'compliant',
      on: 'Fn',
      resources: { Key, Fn: fn({ KmsKeyArn: KEY }) },
    },
    {
      name: 'a function without an environment has nothing for the key to encrypt',
      expect: 'compliant',
      on: 'Fn',
      resources: { Fn: fn({ Environment: NO_VALUE }) },
    },
    {
      // Corrected: labelled undetermined at first. The key of settings is a should, and does not block.
      name: 'a key by its ARN, which does not tell whose it is, for settings: a warning is enough',
      expect: 'compliant',
      on: 'Fn',
      resources: { Fn: fn({ KmsKeyArn: FOREIGN }) },
    },
    {
      name: 'the same ARN, which the profile knows',
      expect: 'compliant',
      on: 'Fn',
      profile: {
        facts: {
          customerManagedKeys: [FOREIGN],
          zoneOf: {},
          prefixLists: {},
          outsideAccounts: [],
          developmentAccounts: [],
        },
      },
      resources: { Fn: fn({ KmsKeyArn: FOREIGN }) },
    },
    {
      name: 'a state machine about which nothing is said',
      expect: 'violation',
      on: 'Machine',
      resources: { Machine: machine({}) },
    },
    {
      name: 'a state machine with a key of its own',
      expect: 'compliant',
      on: 'Machine',
      resources: {
        Key,
        Machine: machine({
          EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: ref('Key') },
        }),
      },
    },
    {
      name: 'a state machine with the key of AWS in so many words',
      expect: 'violation',
      on: 'Machine',
      resources: { Machine: machine({ EncryptionConfiguration: { Type: 'AWS_OWNED_KEY' } }) },
    },
    {
      name: 'an event bus under the key of AWS',
      expect: 'violation',
      on: 'Bus',
      resources: { Bus: bus({}) },
    },
    {
      name: 'an event bus with a key that another template exports',
      expect: 'compliant',
      on: 'Bus',
      templates: [
        {
          Resources: { Key },
          Outputs: { KeyArn: { Value: KEY, Export: { Name: 'juki-key' } } },
        },
        { Resources: { Bus: bus({ KmsKeyIdentifier: { 'Fn::ImportValue': 'juki-key' } }) } },
      ],
    },
    {
      name: 'a desktop whose user volume is encrypted and whose root volume is not',
      expect: 'violation',
      on: 'Desktop',
      resources: {
        Key,
        Desktop: desktop({ UserVolumeEncryptionEnabled: true, VolumeEncryptionKey: ref('Key') }),
      },
    },
    {
      name: 'a desktop with both volumes encrypted, by the key of AWS where none is named',
      expect: 'violation',
      on: 'Desktop',
      resources: {
        Desktop: desktop({ UserVolumeEncryptionEnabled: true, RootVolumeEncryptionEnabled: true }),
      },
    },
    {
      name: 'a desktop with both volumes under a key of the city',
      expect: 'compliant',
      on: 'Desktop',
      resources: {
        Key,
        Desktop: desktop({
          UserVolumeEncryptionEnabled: true,
          RootVolumeEncryptionEnabled: 'true',
          VolumeEncryptionKey: KEY,
        }),
      },
    },
    {
      name: 'Airflow under the key of AWS',
      expect: 'violation',
      on: 'Airflow',
      resources: { Airflow: res('AWS::MWAA::Environment', { Name: 'tokei', ExecutionRoleArn: ROLE }) },
    },
    {
      name: 'an index of Kendra with an alias, of which the name is reserved to AWS',
      expect: 'violation',
      on: 'Index',
      resources: {
        Index: kendra({ ServerSideEncryptionConfiguration: { KmsKeyId: 'alias/aws/kendra' } }),
      },
    },
    {
      name: 'an index of Kendra with a key by its ARN, which does not tell whose it is',
      expect: 'undetermined',
      on: 'Index',
      resources: { Index: kendra({ ServerSideEncryptionConfiguration: { KmsKeyId: FOREIGN } }) },
    },
    {
      name: 'Airflow with a key from a parameter',
      expect: 'undetermined',
      on: 'Airflow',
      template: {
        Parameters: { AirflowKey: { Type: 'String' } },
        Resources: {
          Airflow: res('AWS::MWAA::Environment', {
            Name: 'tokei',
            ExecutionRoleArn: ROLE,
            KmsKey: ref('AirflowKey'),
          }),
        },
      },
    },
    {
      name: 'an index of Kendra with a key of the template',
      expect: 'compliant',
      on: 'Index',
      resources: { Key, Index: kendra({ ServerSideEncryptionConfiguration: { KmsKeyId: ref('Key') } }) },
    },
    {
      name: 'collections under the key of AWS, within the text of the policy',
      expect: 'violation',
      on: ['Policy', 'Collection'],
      resources: {
        Policy: vectors({ AWSOwnedKey: true }),
        Collection: res('AWS::OpenSearchServerless::Collection', { Name: 'juki' }, { DependsOn: 'Policy' }),
      },
    },
    {
      name: 'a volume of a task that is encrypted, by the key of AWS where none is named',
      expect: 'violation',
      on: 'Service',
      resources: { Service: volume({ Encrypted: true }) },
    },
    {
      name: 'a volume of a task under a key of the template',
      expect: 'compliant',
      on: 'Service',
      resources: { Key, Service: volume({ Encrypted: true, KmsKeyId: KEY }) },
    },
    {
      name: 'EMR writes to S3 with the key of S3',
      expect: 'violation',
      on: 'Emr',
      resources: { Key, Emr: emr({ EncryptionMode: 'SSE-S3' }) },
    },
    {
      name: 'EMR writes to S3 with a key of the template',
      expect: 'compliant',
      on: 'Emr',
      resources: { Key, Emr: emr({ EncryptionMode: 'SSE-KMS', AwsKmsKey: KEY }) },
    },
    {
      name: 'jobs of Glue write to S3 with the key of S3',
      expect: 'violation',
      on: 'Glue',
      resources: { Key, Glue: glue({ S3EncryptionMode: 'SSE-S3' }) },
    },
    {
      name: 'an agent of Bedrock whose key is left out in one of the environments',
      expect: 'violation',
      on: 'Agent',
      template: {
        Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'test'] } },
        Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
        Resources: {
          Key,
          Agent: res('AWS::Bedrock::Agent', {
            AgentName: 'soudan',
            CustomerEncryptionKeyArn: when('Prod', KEY, NO_VALUE),
          }),
        },
      },
    },
    {
      // Corrected: labelled undetermined at first. Packages of software are no information of residents: a should.
      name: 'a domain of CodeArtifact with a key from a parameter: a warning is enough for packages',
      expect: 'compliant',
      on: 'Packages',
      template: {
        Parameters: { PackageKey: { Type: 'String' } },
        Resources: {
          Packages: res('AWS::CodeArtifact::Domain', {
            DomainName: 'miyazaki',
            EncryptionKey: ref('PackageKey'),
          }),
        },
      },
    },
  ]),
);
