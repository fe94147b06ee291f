import { defineRule } from '../define';

export const ContainerImageNotPublic = defineRule({
  id: 'ContainerImageNotPublic',
  clauses: ['9.2(5)①(ア)', '9.2(6)①(エ)', '7.2(1)①'],
  title: {
    ja: 'コンテナイメージは、公開リポジトリに置かない',
    en: 'Container images are not kept in public repositories',
  },
  why: {
    ja: '公開リポジトリの業務システムは誰でも取得し、設定及び弱点を調べられる。',
    en: 'A system in a public repository can be fetched by anybody, who then looks for its settings and weaknesses.',
  },
  fix: {
    ja: 'AWS::ECR::PublicRepositoryを削除し、AWS::ECR::Repositoryに置いてください。',
    en: 'Remove the AWS::ECR::PublicRepository and keep the images in an AWS::ECR::Repository.',
  },
  cdk: {
    ja: 'CfnPublicRepositoryに替えてRepositoryを用いる',
    en: 'Repository in place of CfnPublicRepository',
  },
  resources: ['AWS::ECR::PublicRepository'],
  appliesTo: { zones: ['my-number', 'lgwan', 'management'], orConfidentialityAtLeast: 2 },
  check: (repository) =>
    repository
      .get('')
      .states(
        'breaks',
        { ja: '誰でも取得できるリポジトリ', en: 'a repository from which everybody can fetch' },
        { ja: '非公開のリポジトリ', en: 'a private repository' },
      ),
});
