import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';

export const RdsGlobalClusterEncrypted = defineRule({
  id: 'RdsGlobalClusterEncrypted',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)', '9.2(7)③'],
  title: {
    ja: 'Auroraグローバルデータベースは、暗号化する',
    en: 'Aurora global databases are encrypted',
  },
  why: {
    ja: 'グローバルデータベースは、データを他のリージョンの記憶装置にも複製する。暗号化しないと、その全ての写しが平文のまま残る。',
    en: 'A global database copies its data to storage in further regions: without encryption all of those copies stay in plain text.',
  },
  fix: {
    ja: 'GlobalClusterのStorageEncryptedをtrueとしてください。指定しない場合は暗号化されません。',
    en: 'Set StorageEncrypted to true in the GlobalCluster. Without it, the database is not encrypted.',
  },
  cdk: {
    ja: 'CfnGlobalClusterのstorageEncryptedをtrueとする',
    en: 'storageEncrypted: true of CfnGlobalCluster',
  },
  resources: ['AWS::RDS::GlobalCluster', 'AWS::DocDB::GlobalCluster', 'AWS::Neptune::GlobalCluster'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (global, { deployment }) => {
    const source = global.get('SourceDBClusterIdentifier');
    // One that is made around a cluster is encrypted as that cluster is, which is judged by itself.
    const types = ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'];
    const judged = Claim.any(
      types.flatMap((type) => targetsOf(source, deployment, type)).map(({ when }) => Claim.when(when)),
    );
    const elsewhere = source.states(
      'undetermined',
      { ja: 'テンプレート外のクラスター', en: 'a cluster outside of the templates' },
      { ja: '暗号化されたクラスター', en: 'an encrypted cluster' },
    );
    return Claim.all([
      global.get('StorageEncrypted').must(isTrue).onlyIf(isSet(source).not()),
      judged.or(elsewhere).onlyIf(isSet(source)),
    ]);
  },
});
