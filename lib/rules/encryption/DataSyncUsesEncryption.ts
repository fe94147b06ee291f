import { Claim } from '../../model/claim';
import { oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

type Check = (location: Resource) => Claim;

const shown = (location: Resource, path: string, ja: string, en: string) =>
  location.get(path).states('needed', { ja, en }, { ja: '暗号化された回線', en: 'a line that is encrypted' });

const CHECKS: Readonly<Record<string, Check>> = {
  'AWS::DataSync::LocationEFS': (location) =>
    location.get('InTransitEncryption').orDefault('NONE').must(oneOf('TLS1_2')),
  'AWS::DataSync::LocationObjectStorage': (location) =>
    location.get('ServerProtocol').orDefault('HTTPS').must(oneOf('HTTPS')),
  // Only version 3 can encrypt, and the server has to ask for it.
  'AWS::DataSync::LocationSMB': (location) =>
    location
      .get('MountOptions.Version')
      .orDefault('AUTOMATIC')
      .must(oneOf('AUTOMATIC', 'SMB3'))
      .and(
        shown(
          location,
          'ServerHostname',
          'SMBサーバ（暗号化はその設定による）',
          'an SMB server, whose settings decide on encryption',
        ),
      ),
  'AWS::DataSync::LocationHDFS': (location) =>
    Claim.all(
      ['RpcProtection', 'DataTransferProtection'].map((name) =>
        location.get(`QopConfiguration.${name}`).orDefault('PRIVACY').must(oneOf('PRIVACY')),
      ),
    ),
  'AWS::DataSync::LocationNFS': (location) =>
    shown(
      location,
      'ServerHostname',
      'NFSサーバ（NFSに暗号化はない）',
      'an NFS server: NFS has no encryption',
    ),
};

export const DataSyncUsesEncryption = defineRule({
  id: 'DataSyncUsesEncryption',
  clauses: IN_TRANSIT,
  title: {
    ja: 'DataSyncは、転送元及び転送先と暗号化して通信する',
    en: 'DataSync talks to sources and destinations under encryption',
  },
  why: {
    ja: '移行では住民情報の全てが一度に流れるため、平文であれば一度の盗聴で全てが漏れる。',
    en: 'A transfer moves all data of residents at once: in plain text, one listener gets all of it.',
  },
  fix: {
    ja: 'LocationEFSのInTransitEncryptionをTLS1_2、LocationObjectStorageのServerProtocolをHTTPS、LocationSMBのMountOptions.VersionをSMB3、LocationHDFSのQopConfigurationをPRIVACYとしてください。NFSには暗号化がないため、回線の暗号化が要証跡となります。',
    en: 'Set InTransitEncryption of LocationEFS to TLS1_2, ServerProtocol of LocationObjectStorage to HTTPS, MountOptions.Version of LocationSMB to SMB3, QopConfiguration of LocationHDFS to PRIVACY. NFS has no encryption: that of the line has to be shown.',
  },
  cdk: {
    ja: 'CfnLocationEFSのinTransitEncryption等に同じ値を渡す',
    en: 'the same values in inTransitEncryption of CfnLocationEFS and so on',
  },
  resources: Object.keys(CHECKS),
  check: (location) => (CHECKS[location.type] as Check)(location),
});
