import { CONTAINER_HOLDERS, containersOf } from '../../analysis/containers';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const ContainerRootIsReadOnly = defineRule({
  id: 'ContainerRootIsReadOnly',
  clauses: ['7.4(1)⑧', '7.5(1)③'],
  // A measure against malware that the clause does not name.
  duty: 'should',
  title: {
    ja: 'コンテナのファイルシステムは、読取り専用とする',
    en: 'File systems of containers are read-only',
  },
  why: {
    ja: '書き込めるファイルシステムには、不正プログラムを置き、ページを書き換えることができる。',
    en: 'Where the file system can be written to, malware can be put and pages can be changed.',
  },
  fix: {
    ja: 'ReadonlyRootFilesystemをtrueとし、書き込む場所だけをボリュームとしてください。',
    en: 'Set ReadonlyRootFilesystem to true, and mount volumes where something must be written.',
  },
  cdk: {
    ja: 'addContainerのreadonlyRootFilesystemをtrueとする',
    en: 'readonlyRootFilesystem: true of addContainer',
  },
  resources: CONTAINER_HOLDERS,
  check: (holder) =>
    containersOf(holder).every((container) =>
      container.get('ReadonlyRootFilesystem').orDefault(false).must(isTrue),
    ),
});
