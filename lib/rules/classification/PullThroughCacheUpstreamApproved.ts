import { isIn } from '../../analysis/container-images';
import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { textTest } from '../../analysis/policy-document';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** Hosts that ECR takes when only the name of the registry is given. */
const HOSTS: Readonly<Record<string, string>> = {
  'ecr-public': 'public.ecr.aws',
  'docker-hub': 'docker.io',
  quay: 'quay.io',
  k8s: 'registry.k8s.io',
  'github-container-registry': 'ghcr.io',
};

export const PullThroughCacheUpstreamApproved = defineRule({
  id: 'PullThroughCacheUpstreamApproved',
  clauses: ['7.3(2)③(イ)', '7.1(17)②'],
  title: {
    ja: 'ECRのプルスルーキャッシュの取得元は、利用を認めたレジストリとする',
    en: 'Pull-through caches of ECR fetch from approved registries only',
  },
  why: {
    ja: 'キャッシュを通せば、認めていないレジストリのイメージが自アカウントのECRの名前で動く。',
    en: 'Through a cache, images of a registry that nobody approved run under the name of the ECR of the account.',
  },
  fix: {
    ja: 'AWS::ECR::PullThroughCacheRuleのUpstreamRegistryUrlを、プロファイルのapprovedImageRegistriesにあるレジストリとしてください。',
    en: 'Set UpstreamRegistryUrl of the AWS::ECR::PullThroughCacheRule to a registry in approvedImageRegistries of the profile.',
  },
  cdk: {
    ja: 'CfnPullThroughCacheRuleのupstreamRegistryUrlを指定する',
    en: 'upstreamRegistryUrl of CfnPullThroughCacheRule',
  },
  resources: ['AWS::ECR::PullThroughCacheRule'],
  check: (rule, { profile: { approvedImageRegistries } }) => {
    const url = rule.get('UpstreamRegistryUrl');
    const registry = url.isAbsent ? rule.get('UpstreamRegistry') : url;
    const approved = (path: string) =>
      registry.must(
        satisfying(
          { ja: approvedImageRegistries.join('、'), en: `one of ${approvedImageRegistries.join(', ')}` },
          (value) =>
            textTest(value, (text) => isIn(`${HOSTS[text] ?? text}${path}`, approvedImageRegistries)),
        ),
      );
    return byAlternative(rule.get('UpstreamRepositoryPrefix').orDefault('ROOT'), (prefix) => {
      if (prefix.kind === 'known') return approved(prefix.value === 'ROOT' ? '' : `/${prefix.value}`);
      // Approved as a whole, whichever part of it is meant; of others a part may be.
      return approved('').or(UNDETERMINED);
    });
  },
});
