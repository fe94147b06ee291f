import './guardrail';
import {
  EncryptedBucket,
  EncryptedDatabase,
  LogArchive,
  MyNumberVpc,
  VendorAdministratorRole,
} from '../../../lib/pulumi/components';

const classification = { integrity: 2, availability: 2, environment: 'production' } as const;
const marks = { ...classification, zone: 'my-number' } as const;

// Logs that nobody can alter, the network whose traffic they record, and the register and records of residents.
const logs = new LogArchive('logs', { marks: { ...marks, confidentiality: 2 } });
const network = new MyNumberVpc('network', {
  cidr: '10.32.0.0/16',
  logArchive: logs,
  marks: { ...classification, confidentiality: 3 },
});
const register = new EncryptedDatabase('register', {
  engine: 'aurora-postgresql',
  engineVersion: '16.9',
  network,
  administratorName: 'register_keeper',
  marks: { ...marks, confidentiality: 3 },
});
const records = new EncryptedBucket('records', { marks: { ...marks, confidentiality: 3 } });

// The vendor looks after the servers through Session Manager; no port is open.
const vendor = new VendorAdministratorRole('vendor', {
  marks: { ...marks, confidentiality: 3 },
  vendorPrincipalArns: ['arn:aws:iam::210987654321:role/Maintenance'],
  statements: [
    {
      actions: ['ssm:StartSession', 'ssm:TerminateSession'],
      resources: ['arn:aws:ec2:ap-northeast-1:123456789012:instance/i-0123456789abcdef0'],
    },
  ],
});

export const archive = logs.bucket.id;
export const vpc = network.vpc.id;
export const database = register.cluster.arn;
export const bucket = records.bucket.id;
export const role = vendor.role.arn;
