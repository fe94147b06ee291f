import { empty, noneOf, present, type Requirement } from '../../model/requirement';
import { defineRule } from '../define';

const nonEmpty: Requirement = {
  text: present.text,
  test: (value) => (empty.test(value) === 'holds' ? 'breaks' : present.test(value)),
};

export const ElastiCacheAuthenticatesClients = defineRule({
  id: 'ElastiCacheAuthenticatesClients',
  clauses: ['7.2(1)①', '9.2(6)①(エ)'],
  title: {
    ja: 'ElastiCacheは、パスワード又はユーザーグループにより利用者を認証する',
    en: 'ElastiCache authenticates its users by a password or a user group',
  },
  why: {
    ja: '認証がなければ、ネットワークに届く者は誰でもセッション等の内容を読める。',
    en: 'Without it, whoever reaches the network reads sessions and all else that is cached.',
  },
  fix: {
    ja: 'UserGroupIds（ServerlessではUserGroupId）又はAuthTokenを指定してください。',
    en: 'Set UserGroupIds (of a serverless cache: UserGroupId) or AuthToken.',
  },
  cdk: {
    ja: 'CfnReplicationGroupのuserGroupIds、CfnServerlessCacheのuserGroupIdを指定する',
    en: 'userGroupIds of CfnReplicationGroup, userGroupId of CfnServerlessCache',
  },
  resources: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (cache) =>
    cache.type === 'AWS::ElastiCache::ServerlessCache'
      ? cache
          .get('UserGroupId')
          .must(present)
          .onlyIf(cache.get('Engine').must(noneOf('memcached')))
      : cache
          .get('AuthToken')
          .must({ ...present, sensitive: true })
          .or(cache.get('UserGroupIds').must(nonEmpty))
          .explained(
            'UserGroupIds',
            { ja: 'AuthTokenもUserGroupIdsもなし', en: 'neither AuthToken nor UserGroupIds' },
            { ja: 'いずれかの指定', en: 'one of them' },
          ),
});
