import { type AccuracyCase, accuracyCases, ref, res, sub } from './support';

const credentials = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.2(5)' }));

const server = (userData: unknown) =>
  res('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: {
      ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}',
      MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' },
      UserData: userData,
    },
  });
const base64 = (text: unknown) => ({ 'Fn::Base64': text });
// Made up, and in pieces, so that nobody takes them for keys that have leaked.
const ACCESS_KEY = ['AKIA', '3XV7QHZ2MNLT5RWB'].join('');
const SECRET_KEY = ['q8Zk3VtYw1nLr5XcB7mD', 'sP0gHj2uFe9aTiKoRxQv'].join('');
const PEM = ['-----BEGIN RSA ', 'PRIVATE KEY-----'].join('');

accuracyCases(
  'catalog b: credentials in user data',
  credentials([
    {
      name: 'user data that exports an access key',
      expect: 'violation',
      on: 'Server',
      resources: {
        Server: server(
          base64(
            `#!/bin/bash\nexport AWS_ACCESS_KEY_ID=${ACCESS_KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET_KEY}\n`,
          ),
        ),
      },
    },
    {
      name: 'user data that fetches the password at boot',
      expect: 'compliant',
      on: 'Server',
      resources: {
        Server: server(
          base64(
            sub(
              '#!/bin/bash\nDB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id juki/db --region ${AWS::Region} --query SecretString --output text)\n',
            ),
          ),
        ),
      },
    },
    {
      name: 'user data with a password from a parameter, although with NoEcho',
      expect: 'violation',
      on: 'Server',
      template: {
        Parameters: { AgentPassword: { Type: 'String', NoEcho: true } },
        Resources: {
          Server: server(
            base64(sub('#!/bin/bash\n/opt/agent/register --user mz --password ${AgentPassword}\n')),
          ),
        },
      },
    },
    {
      name: 'user data that is encoded already hides a password from nobody',
      expect: 'violation',
      on: 'Server',
      resources: {
        Server: server(
          Buffer.from('#!/bin/bash\nexport DB_PASSWORD=Kumin#2024db\n/opt/app/start\n').toString('base64'),
        ),
      },
    },
    {
      name: 'user data that somebody hands over at deployment',
      expect: 'undetermined',
      on: 'Server',
      template: {
        Parameters: { BootScript: { Type: 'String' } },
        Resources: { Server: server(base64(ref('BootScript'))) },
      },
    },
    {
      name: 'user data writes a private key',
      expect: 'violation',
      on: 'Server',
      resources: {
        Server: server(base64(`#!/bin/bash\ncat > /etc/ssl/key.pem <<EOF\n${PEM}\nMIIEowIBAAKCAQEA7\nEOF\n`)),
      },
    },
    {
      name: 'a certificate and a public key are meant to be seen',
      expect: 'compliant',
      on: 'Server',
      resources: {
        Server: server(
          base64(
            '#!/bin/bash\ncat > /etc/ssl/ca.pem <<EOF\n-----BEGIN CERTIFICATE-----\nMIIDdzCCAl+gAwIBAgIE\n-----END CERTIFICATE-----\nEOF\necho "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ ops" >> /home/ec2-user/.ssh/authorized_keys\n',
          ),
        ),
      },
    },
  ]),
);
