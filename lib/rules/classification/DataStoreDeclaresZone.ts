import { DATA_STORES, isClusterMember } from '../../analysis/data-stores';
import { defineRule } from '../define';

export const DataStoreDeclaresZone = defineRule({
  id: 'DataStoreDeclaresZone',
  clauses: ['4(1)③', '4(2)②', '3(2)②'],
  title: {
    ja: 'データストアは、属する領域を表示する',
    en: 'Data stores say which zone they belong to',
  },
  fix: {
    ja: 'jichitai:zoneのタグ（my-number、lgwan、internet又はmanagement）を、リソース若しくはスタックに付けるか、テンプレートのMetadata.Jichitai.Zoneに書いてください（CDKではZoneMarking.of(scope).declare({ zone })、コマンドでは--zone）。',
    en: 'Put the tag jichitai:zone (my-number, lgwan, internet or management) on the resource or its stack, or write Metadata.Jichitai.Zone in the template (in CDK: ZoneMarking.of(scope).declare({ zone }); on the command line: --zone).',
  },
  resources: DATA_STORES,
  check: (store, { marks }) => {
    const claim = marks.isDeclared(store, 'zone');
    return store.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(store).not()) : claim;
  },
});
