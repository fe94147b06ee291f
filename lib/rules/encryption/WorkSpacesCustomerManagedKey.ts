import { NOT_ENCRYPTED, passKey, serviceKeyRule } from './service-keys';

export const WorkSpacesCustomerManagedKey = serviceKeyRule({
  id: 'WorkSpacesCustomerManagedKey',
  places: {
    'AWS::WorkSpaces::Workspace': {
      key: 'VolumeEncryptionKey',
      on: ['RootVolumeEncryptionEnabled', 'UserVolumeEncryptionEnabled'],
    },
    'AWS::WorkspacesInstances::Volume': { key: 'KmsKeyId', on: ['Encrypted'] },
  },
  subject: { ja: 'WorkSpacesのボリューム', en: 'Volumes of WorkSpaces' },
  holds: { ja: '職員の作業中のファイル', en: 'files that staff work on' },
  otherwise: NOT_ENCRYPTED,
  cdk: passKey('volumeEncryptionKey', 'CfnWorkspace'),
});
