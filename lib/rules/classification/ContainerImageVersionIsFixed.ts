import { everyImage, IMAGE_TYPES, imageName } from '../../analysis/container-images';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

export const ContainerImageVersionIsFixed = defineRule({
  id: 'ContainerImageVersionIsFixed',
  clauses: ['7.3(2)③(イ)', '7.1(17)②'],
  title: {
    ja: 'コンテナイメージは、版（タグ又はダイジェスト）を特定して用いる',
    en: 'Container images are named by a version: a tag other than latest, or a digest',
  },
  why: {
    ja: 'latestは日々別のものを指す。認めた版と動いている版が同じか、誰にも分からなくなる。',
    en: 'What latest means changes from day to day, so that nobody can tell whether what runs is what was approved.',
  },
  fix: {
    ja: 'イメージの名前に、変更されない版のタグ又は@sha256:から始まるダイジェストを付けてください。タグのない名前はlatestを意味します。',
    en: 'Add the tag of a version that is never changed, or a digest that begins with @sha256:, to the name of the image. A name without a tag means latest.',
  },
  cdk: {
    ja: 'fromEcrRepositoryの第2引数に版のタグを指定する',
    en: 'the tag of a version as second argument of fromEcrRepository',
  },
  // The clause asks that only approved software is in use; the version is a means to know.
  duty: 'should',
  resources: IMAGE_TYPES,
  check: (resource) =>
    everyImage(resource, (image) =>
      image.must(
        satisfying(
          { ja: 'latest以外のタグ又はダイジェスト', en: 'a tag other than latest, or a digest' },
          (value) => {
            const name = imageName(value, resource.template);
            if (name === undefined || name.digest) return 'holds';
            if (name.tag === undefined) return 'undetermined';
            return name.tag === 'latest' ? 'breaks' : 'holds';
          },
        ),
      ),
    ),
});
