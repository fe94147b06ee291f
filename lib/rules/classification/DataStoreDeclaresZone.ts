import { DATA_STORES, isClusterMember } from '../../analysis/data-stores';
import { defineRule } from '../define';

export const DataStoreDeclaresZone = defineRule({
  id: 'DataStoreDeclaresZone',
  clauses: ['4(1)③', '4(2)②', '3(2)②'],
  title: {
    ja: 'データストアは、属する領域を宣言する',
    en: 'Data stores declare the zone that they belong to',
  },
  why: {
    ja: '領域の宣言がないデータストアには、暗号化、閉域等のどの義務が掛かるか決められず、特定個人情報が緩い扱いのまま保管されるおそれがある。',
    en: 'For a data store of no zone nobody can say which duties of encryption and separation it has: my-number data may be kept under loose ones.',
  },
  fix: {
    ja: 'jichitai:zoneのタグ（my-number、lgwan、internet又はmanagement）を、リソース若しくはスタックに付けるか、テンプレートのMetadata.Jichitai.Zoneに書くか、コマンドの--zoneで指定してください。',
    en: 'Put the tag jichitai:zone (my-number, lgwan, internet or management) on the resource or its stack, write Metadata.Jichitai.Zone in the template, or give --zone on the command line.',
  },
  cdk: {
    ja: 'ZoneMarking.of(scope).declare({ zone })を呼ぶ',
    en: 'ZoneMarking.of(scope).declare({ zone })',
  },
  resources: DATA_STORES,
  check: (store, { marks }) => {
    const claim = marks.isDeclared(store, 'zone');
    return store.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(store).not()) : claim;
  },
});
