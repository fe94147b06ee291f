import { accuracyCases, ref, res, sub } from './support';

const allow = (action: string, beside: object = {}) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: action, Resource: '*', ...beside }],
});
const ORGANIZATION = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } };
const secret = (policy: object) =>
  res('AWS::SecretsManager::ResourcePolicy', {
    SecretId: 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:juki-AbCdEf',
    ResourcePolicy: policy,
  });
const repository = (statement: object) =>
  res('AWS::ECR::Repository', {
    RepositoryPolicyText: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          ...statement,
        },
      ],
    },
  });
const layer = (properties: object) =>
  res('AWS::Lambda::LayerVersionPermission', {
    Action: 'lambda:GetLayerVersion',
    LayerVersionArn: 'arn:aws:lambda:ap-northeast-1:111122223333:layer:common:4',
    ...properties,
  });
const invoke = (properties: object) =>
  res('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: 'uketsuke',
    ...properties,
  });
const bus = (properties: object) =>
  res('AWS::Events::EventBusPolicy', { StatementId: 'partners', EventBusName: 'renkei', ...properties });
const vault = (policy: object) =>
  res('AWS::Backup::BackupVault', { BackupVaultName: 'juki', AccessPolicy: policy });
const table = (policy: object) =>
  res('AWS::DynamoDB::Table', {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    ResourcePolicy: { PolicyDocument: policy },
  });
const certificateAuthority = (key: string, signing: string) =>
  res('AWS::ACMPCA::CertificateAuthority', {
    Type: 'ROOT',
    KeyAlgorithm: key,
    SigningAlgorithm: signing,
    Subject: { Organization: 'Miyazaki City', CommonName: 'ca.example.lg.jp' },
  });
// Completed: an account by its number was there at first, and whether it is the city's own cannot be seen (9.2(7)③).
const kms = (properties: object) =>
  res('AWS::KMS::Key', {
    KeyPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    ...properties,
  });
const STRONG = {
  IKEVersions: [{ Value: 'ikev2' }],
  Phase1EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
  Phase2EncryptionAlgorithms: [{ Value: 'AES256-GCM-16' }],
  Phase1IntegrityAlgorithms: [{ Value: 'SHA2-384' }],
  Phase2IntegrityAlgorithms: [{ Value: 'SHA2-384' }],
  Phase1DHGroupNumbers: [{ Value: 20 }],
  Phase2DHGroupNumbers: [{ Value: 20 }],
};
const vpn = (...tunnels: object[]) =>
  res('AWS::EC2::VPNConnection', {
    Type: 'ipsec.1',
    CustomerGatewayId: 'cgw-0a1b2c3d4e5f60718',
    VpnGatewayId: 'vgw-0a1b2c3d4e5f60718',
    VpnTunnelOptionsSpecifications: tunnels,
  });

accuracyCases('catalog b: policies of resources that are open to everybody', [
  {
    name: 'a secret that anybody may read',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Policy',
    resources: { Policy: secret(allow('secretsmanager:GetSecretValue')) },
  },
  {
    name: 'a secret that the own organization may read',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Policy',
    resources: { Policy: secret(allow('secretsmanager:GetSecretValue', ORGANIZATION)) },
  },
  {
    name: 'everybody is denied',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Policy',
    resources: { Policy: secret(allow('secretsmanager:DeleteSecret', { Effect: 'Deny' })) },
  },
  {
    name: 'everybody but one account',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Policy',
    resources: {
      Policy: secret({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            NotPrincipal: { AWS: 'arn:aws:iam::444455556666:root' },
            Action: 'secretsmanager:GetSecretValue',
            Resource: '*',
          },
        ],
      }),
    },
  },
  {
    name: 'everybody who comes over TLS, which limits nobody',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Repository',
    resources: {
      Repository: repository({
        Principal: { AWS: ['*'] },
        Condition: { Bool: { 'aws:SecureTransport': 'true' } },
      }),
    },
  },
  {
    name: 'images for one account',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Repository',
    resources: { Repository: repository({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } }) },
  },
  {
    name: 'images for whom a parameter names',
    clause: '7.2(1)①',
    expect: 'undetermined',
    on: 'Repository',
    template: {
      Parameters: { Puller: { Type: 'String' } },
      Resources: { Repository: repository({ Principal: { AWS: ref('Puller') } }) },
    },
  },
  {
    name: 'a layer for everybody',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Layer',
    resources: { Layer: layer({ Principal: '*' }) },
  },
  {
    name: 'a layer for all accounts of the organization',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Layer',
    resources: { Layer: layer({ Principal: '*', OrganizationId: 'o-a1b2c3d4e5' }) },
  },
  {
    name: 'a function for everybody',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Permission',
    resources: { Permission: invoke({ Principal: '*' }) },
  },
  {
    name: 'a function for the organization',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Permission',
    resources: { Permission: invoke({ Principal: '*', PrincipalOrgID: 'o-a1b2c3d4e5' }) },
  },
  {
    name: 'anybody sends events, in the old form',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'BusPolicy',
    resources: { BusPolicy: bus({ Action: 'events:PutEvents', Principal: '*' }) },
  },
  {
    name: 'the organization sends events, in the old form',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'BusPolicy',
    resources: {
      BusPolicy: bus({
        Action: 'events:PutEvents',
        Principal: '*',
        Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-a1b2c3d4e5' },
      }),
    },
  },
  {
    name: 'anybody copies backups into a vault',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Vault',
    resources: { Vault: vault(allow('backup:CopyIntoBackupVault')) },
  },
  {
    name: 'a table that all addresses may read',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Table',
    resources: {
      Table: table(
        allow('dynamodb:GetItem', { Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/0'] } } }),
      ),
    },
  },
]);

accuracyCases('catalog b: algorithms of keys and tunnels', [
  {
    name: 'a certificate authority with RSA of 2048 bits',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Ca',
    resources: { Ca: certificateAuthority('RSA_2048', 'SHA256WITHRSA') },
  },
  {
    name: 'a certificate authority with a curve of 384 bits',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Ca',
    resources: { Ca: certificateAuthority('EC_secp384r1', 'SHA384WITHECDSA') },
  },
  {
    name: 'a key on the curve of crypto-currencies',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Key',
    resources: { Key: kms({ KeySpec: 'ECC_SECG_P256K1', KeyUsage: 'SIGN_VERIFY' }) },
  },
  {
    name: 'a key about which nothing is said is symmetric, of 256 bits',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Key',
    resources: { Key: kms({ EnableKeyRotation: true }) },
  },
  {
    name: 'the kind of the key is a parameter',
    clause: '7.1(16)②',
    expect: 'undetermined',
    on: 'Key',
    template: {
      Parameters: { Spec: { Type: 'String' } },
      Resources: { Key: kms({ KeySpec: ref('Spec'), KeyUsage: 'SIGN_VERIFY' }) },
    },
  },
  {
    name: 'both tunnels with strong algorithms only',
    clause: '7.1(16)②',
    expect: 'compliant',
    on: 'Vpn',
    resources: { Vpn: vpn(STRONG, STRONG) },
  },
  {
    name: 'the second tunnel takes SHA-1 and group 2 as well',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Vpn',
    resources: {
      Vpn: vpn(STRONG, {
        ...STRONG,
        Phase1IntegrityAlgorithms: [{ Value: 'SHA2-256' }, { Value: 'SHA1' }],
        Phase1DHGroupNumbers: [{ Value: 20 }, { Value: 2 }],
      }),
    },
  },
  {
    name: 'a policy of Transfer with SHA-1, which is the default where none is named',
    clause: '7.1(16)②',
    expect: 'violation',
    on: 'Transfer',
    resources: { Transfer: res('AWS::Transfer::Server', { EndpointType: 'VPC', Protocols: ['SFTP'] }) },
  },
]);
