import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const S3FilesCustomerManagedKey = serviceKeyRule({
  id: 'S3FilesCustomerManagedKey',
  places: {
    'AWS::S3Files::FileSystem': 'KmsKeyId',
  },
  subject: { ja: 'S3 Filesのファイルシステム', en: 'File systems of S3 Files' },
  holds: { ja: 'ファイルの内容', en: 'the content of files' },
  otherwise: AWS_OWNED,
  cdk: passKey('kmsKeyId', 'CfnFileSystem'),
});
