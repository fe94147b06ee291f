import { AWS_MANAGED, passKey, serviceKeyRule } from './service-keys';

export const CodeCommitCustomerManagedKey = serviceKeyRule({
  id: 'CodeCommitCustomerManagedKey',
  places: {
    'AWS::CodeCommit::Repository': 'KmsKeyId',
  },
  subject: { ja: 'CodeCommitのリポジトリ', en: 'Repositories of CodeCommit' },
  holds: { ja: '業務システムのソースコード', en: 'the source code of the systems' },
  otherwise: AWS_MANAGED,
  cdk: passKey('kmsKey', 'Repository'),
  // The clauses protect the information that is handled; programs are not that by themselves.
  duty: 'should',
});
