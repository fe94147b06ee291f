import { isClusterMember, isReplica } from '../../analysis/data-stores';
import { Claim, lacking } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { isTrue, matching, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** The instances of each kind of cluster. */
const MEMBERS: Readonly<Record<string, string>> = {
  'AWS::RDS::DBCluster': 'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster': 'AWS::DocDB::DBInstance',
  'AWS::Neptune::DBCluster': 'AWS::Neptune::DBInstance',
};

export const DatabaseIsRedundant = defineRule({
  id: 'DatabaseIsRedundant',
  clauses: ['5.1(2)'],
  title: {
    ja: '可用性2の情報を持つデータベースは、冗長化する',
    en: 'Databases of availability 2 are redundant',
  },
  why: {
    ja: 'データベースが一つのアベイラビリティーゾーンにしかないと、その障害の間、証明書の発行等の窓口業務が全て止まる。',
    en: 'A database in one availability zone takes the counter with it when that zone fails: no certificates are issued until it is back.',
  },
  fix: {
    ja: 'MultiAZをtrueに、クラスターではインスタンスを二つ以上にしてください。',
    en: 'Set MultiAZ to true, or give a cluster two instances or more.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを使うか、DatabaseInstanceのmultiAz: true又はDatabaseClusterのreadersを指定する',
    en: 'use EncryptedDatabase, or multiAz: true of DatabaseInstance, or readers of DatabaseCluster',
  },
  resources: ['AWS::RDS::DBInstance', ...Object.keys(MEMBERS)],
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (database) => {
    const members = MEMBERS[database.type];
    if (members === undefined) {
      return database
        .get('MultiAZ')
        .orDefault(false)
        .must(isTrue)
        .onlyIf(isClusterMember(database).or(isReplica(database)).not());
    }
    const two = twoInstances(database, members);
    if (database.type !== 'AWS::RDS::DBCluster') return two;
    // A Multi-AZ cluster and Aurora Serverless v1 make their instances by themselves.
    const byItself = database
      .get('DBClusterInstanceClass')
      .must(present)
      .or(database.get('EngineMode').must(matching(/^serverless$/, { ja: 'serverless', en: 'serverless' })));
    return two.onlyIf(byItself.not());
  },
});

function twoInstances(cluster: Resource, type: string): Claim {
  let one: Guard = NEVER;
  let two: Guard = NEVER;
  for (const { when } of cluster.deployment.referrers(cluster, type, 'DBClusterIdentifier')) {
    two = two.or(one.and(when));
    one = one.or(when);
  }
  const maybe = cluster.deployment
    .openReferrers(type, 'DBClusterIdentifier')
    .reduce<Guard>((so, { when }) => so.or(when), two);
  return new Claim(two, maybe.not()).explained(
    type,
    lacking({ ja: '一つ以下', en: 'one at most' }),
    { ja: 'このクラスターのインスタンスが二つ以上', en: 'two instances of this cluster or more' },
    cluster.at,
  );
}
