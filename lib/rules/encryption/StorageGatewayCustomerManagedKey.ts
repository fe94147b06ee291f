import { isTrue, oneOf } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';
import { passKey } from './service-keys';

export const StorageGatewayCustomerManagedKey = customerManagedKeyRule({
  id: 'StorageGatewayCustomerManagedKey',
  resources: [
    'AWS::StorageGateway::NFSFileShare',
    'AWS::StorageGateway::SMBFileShare',
    'AWS::StorageGateway::Tape',
    'AWS::StorageGateway::Volume',
  ],
  subject: {
    ja: 'Storage Gatewayのファイル共有、ボリューム及びテープ',
    en: 'File shares, volumes and tapes of Storage Gateway',
  },
  holds: {
    ja: '庁内から預けたファイルが残る。',
    en: 'They hold files that offices put there.',
  },
  write: {
    ja: 'EncryptionTypeをSseKms（ボリューム及びテープではKMSEncryptedをtrue）とし、KMSKeyに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to SseKms (of volumes and tapes: KMSEncrypted to true), and KMSKey to a customer managed key',
  },
  otherwise: { ja: 'S3の所有する鍵が使われます', en: 'a key that S3 owns is used' },
  cdk: passKey('kmsKey', 'CfnSMBFileShare', 'CfnNFSFileShare', 'CfnVolume', 'CfnTape'),
  check: (share, key) =>
    share
      .get('KMSEncrypted')
      .must(isTrue)
      .or(share.get('EncryptionType').must(oneOf('SseKms', 'DsseKms')))
      .and(share.get('KMSKey').must(key)),
});
