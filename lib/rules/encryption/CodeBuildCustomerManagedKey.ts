import { passKey, serviceKeyRule } from './service-keys';

export const CodeBuildCustomerManagedKey = serviceKeyRule({
  id: 'CodeBuildCustomerManagedKey',
  places: {
    'AWS::CodeBuild::Project': 'EncryptionKey',
  },
  subject: { ja: 'CodeBuildの生成物', en: 'Artifacts of CodeBuild' },
  holds: { ja: '業務システムのプログラム', en: 'the programs of the systems' },
  otherwise: {
    ja: 'AWSの管理する鍵（aws/s3）が使われます',
    en: 'the key aws/s3, which AWS manages, is used',
  },
  cdk: passKey('encryptionKey', 'Project'),
  // The clauses protect the information that is handled; programs are not that by themselves.
  duty: 'should',
});
