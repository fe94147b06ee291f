import { DATA_STORES, isClusterMember } from '../../analysis/data-stores';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';

export const DataStoreIsClassified = defineRule({
  id: 'DataStoreIsClassified',
  clauses: ['3(2)②', '3(1)'],
  title: {
    ja: 'データストアには、機密性、完全性及び可用性の分類を表示する',
    en: 'Data stores carry the classification of their information: confidentiality, integrity, availability',
  },
  why: {
    ja: '分類が分からない情報資産は、守りが足りないか過剰になり、廃棄や持ち出しの際に扱う者がその重要さに気付けない。',
    en: 'What is not classified is guarded too little or too much, and whoever copies or disposes of it cannot know how much it matters.',
  },
  fix: {
    ja: 'jichitai:confidentiality（1から3）、jichitai:integrity（1又は2）及びjichitai:availability（1又は2）のタグを、リソース若しくはスタックに付けるか、テンプレートのMetadata.Jichitaiに書いてください。',
    en: 'Put the tags jichitai:confidentiality (1 to 3), jichitai:integrity (1 or 2) and jichitai:availability (1 or 2) on the resource or its stack, or write them into Metadata.Jichitai of the template.',
  },
  cdk: {
    ja: 'ZoneMarking.of(scope).declare({ zone, confidentiality, integrity, availability })を呼ぶ',
    en: 'ZoneMarking.of(scope).declare({ zone, confidentiality, integrity, availability })',
  },
  resources: DATA_STORES,
  check: (store, { marks }) => {
    const declared = (['confidentiality', 'integrity', 'availability'] as const).map((name) =>
      marks.isDeclared(store, name),
    );
    const claim = Claim.all(declared);
    // An instance in a cluster holds no data of its own.
    return store.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(store).not()) : claim;
  },
});
