import { covers, entriesOf } from '../../analysis/network/acl-entries';
import { under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const REQUIRED = {
  ja: 'より小さい番号の逆の規則に覆われず、番号の重複もないこと',
  en: 'a number of its own, and not covered by an opposite entry of a lower number',
};

export const NetworkAclEntryTakesEffect = defineRule({
  id: 'NetworkAclEntryTakesEffect',
  clauses: ['7.1(8)①'],
  title: {
    ja: 'ネットワークACLの規則は、他の規則に打ち消されず効力を持つ',
    en: 'Entries of network ACLs take effect: no other entry undoes them',
  },
  why: {
    ja: '先に評価される規則に覆われた規則は何もしない。拒否したつもりの通信が通り、許可したつもりの通信が止まる。',
    en: 'An entry that comes after an opposite and wider one does nothing: what somebody meant to deny passes, or what they meant to allow does not.',
  },
  fix: {
    ja: 'AWS::EC2::NetworkAclEntryのRuleNumberを、同じ向きの中で重複させず、狭い範囲の規則ほど小さくしてください。',
    en: 'Give each AWS::EC2::NetworkAclEntry of a direction a RuleNumber of its own, and the narrower ones the lower numbers.',
  },
  cdk: { ja: 'NetworkAclのaddEntryのruleNumberを指定する', en: 'ruleNumber of addEntry of NetworkAcl' },
  resources: ['AWS::EC2::NetworkAcl'],
  check: (acl) => {
    const { known, open } = entriesOf(acl);
    const order = [...known].sort((a, b) => a.number - b.number);
    const claims = order.flatMap((entry, index) =>
      order.slice(0, index).flatMap((earlier) => {
        const when = earlier.when.and(entry.when);
        const duplicate = earlier.number === entry.number && earlier.egress === entry.egress;
        const undone = duplicate || (earlier.allow !== entry.allow && covers(earlier, entry));
        if (when.isNever || undone === false) return [];
        return [under(when, undoneBy(earlier.resource, entry.resource, undone))];
      }),
    );
    // One of which not even the number is known matters where there are others of its direction.
    const unseen = known.length === 0 ? [] : open.map(({ resource, when }) => under(when, notSeen(resource)));
    return Claim.all([...claims, ...unseen]);
  },
});

function undoneBy(earlier: Resource, entry: Resource, certain: true | undefined): Claim {
  return Claim.of(certain === true ? 'breaks' : 'undetermined', {
    path: 'AWS::EC2::NetworkAclEntry',
    at: entry.at,
    actual: {
      ja: `${earlier.logicalId}に打ち消され${certain === true ? 'る' : '得る'}${entry.logicalId}`,
      en: `${entry.logicalId}, which ${earlier.logicalId} ${certain === true ? 'undoes' : 'may undo'}`,
    },
    required: REQUIRED,
  });
}

function notSeen({ at, logicalId }: Resource): Claim {
  return Claim.of('undetermined', {
    path: 'AWS::EC2::NetworkAclEntry',
    at,
    actual: {
      ja: `番号等が配備前に定まらない${logicalId}`,
      en: `${logicalId}, of which the number or action is not known before deployment`,
    },
    required: REQUIRED,
  });
}
