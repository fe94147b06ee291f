import '../hosts/guardrail';
import {
  EncryptedBucket,
  EncryptedDatabase,
  LogArchive,
  MyNumberVpc,
  VendorAdministratorRole,
} from '../../../lib/pulumi/components';

const marks = {
  confidentiality: 3,
  integrity: 2,
  availability: 2,
  environment: 'production',
} as const;
const zone = { ...marks, zone: 'my-number' } as const;

/** Each component in its default form, alone. */
const COMPONENTS: Readonly<Record<string, () => unknown>> = {
  EncryptedBucket: () => new EncryptedBucket('records', { marks: zone }),
  EncryptedDatabase: () =>
    new EncryptedDatabase('register', {
      marks: zone,
      engine: 'aurora-postgresql',
      engineVersion: '16.9',
      administratorName: 'register_keeper',
      network: new MyNumberVpc('network', { cidr: '10.32.0.0/16', marks }),
    }),
  LogArchive: () => new LogArchive('logs', { marks: zone }),
  MyNumberVpc: () => new MyNumberVpc('network', { cidr: '10.32.0.0/16', marks }),
  VendorAdministratorRole: () =>
    new VendorAdministratorRole('vendor', {
      marks: zone,
      vendorPrincipalArns: ['arn:aws:iam::210987654321:role/Maintenance'],
      statements: [
        {
          actions: ['ssm:StartSession'],
          resources: ['arn:aws:ec2:ap-northeast-1:123456789012:instance/i-0123456789abcdef0'],
        },
      ],
    }),
};
COMPONENTS[process.env['COMPONENT'] ?? '']?.();
