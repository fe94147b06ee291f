import { isClusterMember } from '../../analysis/data-stores';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, matching, present } from '../../model/requirement';
import { defineRule } from '../define';

/** The switch by which each kind of store hands its tags on to its snapshots or backups. All are off by default. */
const SWITCHES: Readonly<Record<string, readonly string[]>> = {
  'AWS::RDS::DBCluster': ['CopyTagsToSnapshot'],
  'AWS::RDS::DBInstance': ['CopyTagsToSnapshot'],
  'AWS::DocDB::DBCluster': ['CopyTagsToSnapshot'],
  'AWS::Neptune::DBCluster': ['CopyTagsToSnapshot'],
  'AWS::FSx::FileSystem': [
    'WindowsConfiguration.CopyTagsToBackups',
    'OpenZFSConfiguration.CopyTagsToBackups',
  ],
};
const AURORA = matching(/^aurora/, { ja: 'Aurora', en: 'Aurora' });

export const BackupsCarryClassification = defineRule({
  id: 'BackupsCarryClassification',
  clauses: ['3(2)②', '3(1)'],
  title: {
    ja: 'データストアのスナップショットに、元のデータストアの分類を引き継ぐ',
    en: 'Snapshots of data stores carry the classification of the store',
  },
  why: {
    ja: '写しには元の情報がそのまま入っている。分類の表示がないと、共有や廃棄の際に扱う者がその重要さに気付けない。',
    en: 'A copy holds the same records. Without the marks whoever shares or disposes of it cannot know how much it matters.',
  },
  fix: {
    ja: 'CopyTagsToSnapshot（FSxではWindowsConfiguration又はOpenZFSConfigurationのCopyTagsToBackups）をtrueにしてください。既定ではタグは引き継がれません。',
    en: 'Set CopyTagsToSnapshot to true (for FSx: CopyTagsToBackups in WindowsConfiguration or OpenZFSConfiguration). By default tags are not copied.',
  },
  cdk: {
    ja: 'copyTagsToSnapshotをfalseにしない（RDSでは既定でtrue）',
    en: 'copyTagsToSnapshot, which is true by default for RDS, left as it is',
  },
  // The clause asks for the marks on what is kept, and leaves to the city how copies get them: by hand as well.
  duty: 'should',
  resources: Object.keys(SWITCHES),
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (store) => {
    const switches = SWITCHES[store.type] as readonly string[];
    switch (store.type) {
      case 'AWS::RDS::DBInstance':
        // The cluster decides for its instances.
        return copies(store.get('CopyTagsToSnapshot')).onlyIf(
          isClusterMember(store).or(store.get('Engine').must(AURORA)).not(),
        );
      case 'AWS::FSx::FileSystem':
        return Claim.all(
          switches.map((path) =>
            copies(store.get(path)).onlyIf(store.get(path.split('.')[0] as string).must(present)),
          ),
        );
      default:
        return Claim.all(switches.map((path) => copies(store.get(path))));
    }
  },
});

function copies(field: Field): Claim {
  return field.orDefault(false).must(isTrue);
}
