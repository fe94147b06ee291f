import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import { isFalse } from '../../model/requirement';
import { plain } from '../../text';
import { defineRule } from '../define';

export const KeyReplicasAreListed = defineRule({
  id: 'KeyReplicasAreListed',
  clauses: ['9.2(7)③'],
  title: {
    ja: 'マルチリージョンのKMSキーは、廃棄の対象となる複製を一覧にする',
    en: 'Replicas of multi-region KMS keys are listed, so that all of them are destroyed in the end',
  },
  why: {
    ja: '一つのリージョンのKMSキーを廃棄しても、他のリージョンの複製が残れば情報資産は復号できる。',
    en: 'With the key destroyed in one region, a replica in another still decrypts the data.',
  },
  fix: {
    ja: '必要がなければMultiRegionをfalseとし、必要であれば全ての複製キーとそのリージョンの一覧、及び廃棄の手順を示してください。',
    en: 'Set MultiRegion to false where it is not needed; where it is, show all replica keys with their regions, and how they are destroyed.',
  },
  cdk: {
    ja: 'KeyのmultiRegionを指定しない',
    en: 'no multiRegion for Key',
  },
  resources: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check: (key) => {
    const listed = key.get(key.type === 'AWS::KMS::Key' ? 'MultiRegion' : 'PrimaryKeyArn');
    const required = {
      ja: '全ての複製キーとその廃棄の手順の一覧',
      en: 'a list of all replicas, and how they are destroyed',
    };
    if (key.type !== 'AWS::KMS::Key') {
      return listed.states('needed', { ja: '複製キー', en: 'a replica' }, required);
    }
    const single = listed.orDefault(false).must(isFalse);
    const replicas = key.deployment
      .referrers(key, 'AWS::KMS::ReplicaKey', 'PrimaryKeyArn')
      .map(({ resource }) => resource.logicalId);
    const shown =
      replicas.length === 0
        ? { ja: '手元に複製のないマルチリージョンキー', en: 'a multi-region key without replicas at hand' }
        : plain(replicas.join(', '));
    return Claim.all([
      listed.states('needed', shown, required).onlyIf(single.breaks),
      new Claim(
        single.holds.or(single.breaks),
        NEVER,
        single.evidence.filter(({ outcome }) => outcome === 'undetermined'),
      ),
    ]);
  },
});
