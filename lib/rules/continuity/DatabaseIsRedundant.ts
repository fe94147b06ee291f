import { isClusterMember, isReplica } from '../../analysis/data-stores';
import { Claim, lacking } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { isTrue, matching, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { identityOf } from '../../model/value';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

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
    ja: 'データベースが一つのアベイラビリティゾーンにしかないと、その障害の間、証明書の発行等の窓口業務が全て止まる。',
    en: 'A database in one availability zone takes the counter with it when that zone fails: no certificates are issued until it is back.',
  },
  fix: {
    ja: 'MultiAZをtrueに、クラスターではインスタンスを二つ以上にし、AvailabilityZoneを書く場合は異なるものにしてください。',
    en: 'Set MultiAZ to true, or give a cluster two instances or more, in different zones where AvailabilityZone is written.',
  },
  cdk: {
    ja: 'EncryptedDatabaseを用いるか、DatabaseInstanceのmultiAz: true又はDatabaseClusterのreadersを指定する',
    en: 'use EncryptedDatabase, or multiAz: true of DatabaseInstance, or readers of DatabaseCluster',
  },
  relievedBy: [fulfilledBy('AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance')],
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
  let two: Guard = NEVER;
  const taken = new Map<string | undefined, Guard>();
  for (const { resource, when } of cluster.deployment.referrers(cluster, type, 'DBClusterIdentifier')) {
    for (const alternative of resource.get('AvailabilityZone').alternatives) {
      const here = when.and(alternative.when);
      // Instances for which no zone is written are spread by the service.
      const zone = identityOf(alternative.value);
      for (const [other, there] of taken) {
        if (zone === undefined || zone !== other) two = two.or(there.and(here));
      }
      taken.set(zone, (taken.get(zone) ?? NEVER).or(here));
    }
  }
  const maybe = cluster.deployment
    .openReferrers(type, 'DBClusterIdentifier')
    .reduce<Guard>((so, { when }) => so.or(when), two);
  return new Claim(two, maybe.not()).explained(
    type,
    lacking({
      ja: '一つ以下、又は一つのゾーンのみ',
      en: 'one at most, or all in one zone',
    }),
    {
      ja: '二つ以上のゾーンに、このクラスターのインスタンスが二つ以上',
      en: 'two instances of this cluster or more, in two zones',
    },
    cluster.at,
  );
}
