import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const CodeArtifactCustomerManagedKey = serviceKeyRule({
  id: 'CodeArtifactCustomerManagedKey',
  places: {
    'AWS::CodeArtifact::Domain': 'EncryptionKey',
  },
  subject: { ja: 'CodeArtifactのドメイン', en: 'Domains of CodeArtifact' },
  holds: { ja: '業務システムの部品', en: 'parts of the systems' },
  otherwise: AWS_MANAGED,
  cdk: passKey('encryptionKey', 'CfnDomain'),
  // The clauses protect the information that is handled; packages of software are not that by themselves.
  duty: 'should',
});
