import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import { isTrue, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { customerManagedKeyRule, isSet, orInherited, writeKey } from './keys-table';

/**
 * An account may encrypt new volumes by default, but no template shows that, anybody with the right can undo it,
 * and the key is aws/ebs unless somebody chose another. So what is not written counts as not done. Only a volume
 * from a snapshot or another volume truly takes its encryption from there.
 */
export const EbsVolumeCustomerManagedKey = customerManagedKeyRule({
  id: 'EbsVolumeCustomerManagedKey',
  resources: ['AWS::EC2::Volume'],
  subject: { ja: 'EBSボリューム', en: 'EBS volumes' },
  holds: {
    ja: 'ボリュームには、業務サーバのファイル、一時ファイル及びデータベースの領域が残り、スナップショットとして写される。',
    en: 'Volumes hold files, temporary files and databases of servers, and are copied as snapshots.',
  },
  write: writeKey('KmsKeyId', 'Encrypted'),
  otherwise: {
    ja: 'アカウントの既定の設定に左右され、暗号化されないか、AWSの管理する鍵が使われます',
    en: 'the default of the account decides: it is not encrypted, or with a key that AWS manages',
  },
  cdk: {
    ja: 'VolumeのencryptedをtrueとしてencryptionKeyを指定する',
    en: 'encrypted: true and encryptionKey of Volume',
  },
  check: (volume, key) => volumeClaim(volume, key, new Set()),
});

function volumeClaim(volume: Resource, key: Requirement, seen: ReadonlySet<Resource>): Claim {
  const keyId = volume.get('KmsKeyId');
  const encrypted = volume.get('Encrypted');
  const fromSnapshot = isSet(volume.get('SnapshotId'));
  const source = volume.get('SourceVolumeId');
  const copies = isSet(source);
  const derived = Claim.any([fromSnapshot, copies]);
  const sources = targetsOf(source, volume.deployment, 'AWS::EC2::Volume').filter(
    ({ resource }) => resource !== volume && !seen.has(resource),
  );
  const ofSource = Claim.any(
    sources.map(({ when, resource }) =>
      Claim.when(when).and(volumeClaim(resource, key, new Set([...seen, volume]))),
    ),
  );
  const inTemplates = Claim.any(sources.map(({ when }) => Claim.when(when)));
  return Claim.all([
    encrypted.must(isTrue).and(keyId.must(key)).onlyIf(derived.not()),
    encrypted.orDefault(true).must(isTrue).onlyIf(derived),
    keyId.must(orInherited(key)).onlyIf(fromSnapshot),
    // A copy of a volume has the key of that volume and cannot name another.
    ofSource.onlyIf(inTemplates).onlyIf(copies),
    keyId.must(orInherited(key)).onlyIf(inTemplates.not()).onlyIf(copies),
  ]);
}
