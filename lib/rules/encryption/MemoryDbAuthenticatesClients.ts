import { noneOf, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const OPEN = noneOf('open-access');
/** A reference is to an ACL of the templates. */
const named = satisfying(OPEN.text, (value) => (value.kind === 'reference' ? 'holds' : OPEN.test(value)));

export const MemoryDbAuthenticatesClients = defineRule({
  id: 'MemoryDbAuthenticatesClients',
  clauses: ['7.2(1)①', '9.2(6)①(エ)'],
  title: {
    ja: 'MemoryDBクラスターは、誰にでも開いたACLを用いない',
    en: 'MemoryDB clusters do not have the ACL that is open to everybody',
  },
  why: {
    ja: 'open-accessのACLでは、ネットワークに届く者は誰でも全ての内容を読み書きできる。',
    en: 'With the ACL open-access whoever reaches the network reads and writes everything.',
  },
  fix: {
    ja: 'ACLNameを、利用者を列挙したAWS::MemoryDB::ACLとしてください。',
    en: 'Set ACLName to an AWS::MemoryDB::ACL that lists its users.',
  },
  cdk: {
    ja: 'CfnClusterのaclNameにCfnACLのrefを渡す',
    en: 'the ref of a CfnACL as aclName of CfnCluster',
  },
  resources: ['AWS::MemoryDB::Cluster'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (cluster) => cluster.get('ACLName').must(named),
});
