import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const EcrTagsImmutable = defineRule({
  id: 'EcrTagsImmutable',
  clauses: ['7.5(1)④', '7.1(4)②'],
  // The clauses ask that tampering is checked for and changes are managed, and name no measure.
  duty: 'should',
  title: {
    ja: 'ECRのイメージのタグは、後から別のイメージに付け替えられない',
    en: 'Tags of ECR images cannot be moved to another image',
  },
  why: {
    ja: '承認したイメージと同じタグで別のイメージを置けば、審査を経ない変更が運用環境に入る。',
    en: 'Another image under the tag of an approved one brings a change into production that nobody reviewed.',
  },
  fix: {
    ja: 'ImageTagMutabilityをIMMUTABLEにしてください。指定しない場合は付け替えられます。',
    en: 'Set ImageTagMutability to IMMUTABLE; without it, tags can be moved.',
  },
  cdk: {
    ja: 'RepositoryのimageTagMutabilityをTagMutability.IMMUTABLEとする',
    en: 'imageTagMutability: TagMutability.IMMUTABLE of Repository',
  },
  resources: ['AWS::ECR::Repository'],
  check: (repository) =>
    repository
      .get('ImageTagMutability')
      .orDefault('MUTABLE')
      .must(oneOf('IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION')),
});
