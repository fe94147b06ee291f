import { type AclEntry, entriesOf, shareAddresses } from '../../analysis/network/acl-entries';
import { bare, UNDETERMINED, under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

const TCP = '6';
const ALL = '-1';
/** Ports to which replies go: those that Linux takes, and those that Windows takes. */
const EPHEMERAL = [
  { from: 32768, to: 60999 },
  { from: 49152, to: 65535 },
];
/** A service has few ports. A wider range is itself one for replies. */
const FEW = 1024;

export const NetworkAclAllowsReplies = defineRule({
  id: 'NetworkAclAllowsReplies',
  clauses: ['7.1(8)①'],
  title: {
    ja: 'ネットワークACLは、許可した通信の応答も許可する',
    en: 'Network ACLs let the replies to what they allow pass, too',
  },
  why: {
    ja: 'ネットワークACLは接続の状態を覚えない。片方の向きだけの許可では通信は成り立たず、急場しのぎの全許可を招く。',
    en: 'A network ACL does not remember connections. What is allowed one way only never works, until somebody allows everything in a hurry.',
  },
  fix: {
    ja: '許可したポートと逆の向きに、同じ相手への一時ポート（1024から65535まで、Linuxのみであれば32768から60999まで）を許可するAWS::EC2::NetworkAclEntryを加えてください。',
    en: 'Add an AWS::EC2::NetworkAclEntry in the other direction that allows the ephemeral ports to the same addresses: 1024 to 65535, or 32768 to 60999 where all clients are Linux.',
  },
  cdk: {
    ja: 'NetworkAclのaddEntryで、逆の向きにAclTraffic.tcpPortRange(1024, 65535)を許可する',
    en: 'addEntry of NetworkAcl with AclTraffic.tcpPortRange(1024, 65535) in the other direction',
  },
  relievedBy: [settingApart('AWS::EC2::NetworkAclEntry')],
  resources: ['AWS::EC2::NetworkAcl'],
  check: (acl) => {
    const { known, open } = entriesOf(acl);
    const allowed = known.filter(({ allow }) => allow);
    const mayBe = Claim.any(open.map(({ when }) => UNDETERMINED.and(Claim.when(when))));
    return Claim.all(
      allowed.filter(needsReplies).map((entry) =>
        under(
          entry.when,
          Claim.any(
            allowed
              .filter((other) => other.egress !== entry.egress)
              .map((other) =>
                Claim.all([meets(entry, other), passesReplies(other, entry), Claim.when(other.when)]),
              ),
          )
            .or(mayBe)
            // Its ports may turn out to be those of replies themselves.
            .or(entry.ports === undefined ? UNDETERMINED : Claim.BREAKS)
            .explained(
              'AWS::EC2::NetworkAclEntry',
              {
                ja: `${entry.resource.logicalId}の応答を許可する規則がない`,
                en: `without an entry that lets the replies to ${entry.resource.logicalId} pass`,
              },
              { ja: '一時ポートの許可', en: 'one that allows the ephemeral ports' },
              entry.resource.at,
            ),
        ),
      ),
    );
  },
});

function needsReplies({ protocol, ports }: AclEntry): boolean {
  return protocol === ALL || (protocol === TCP && (ports === undefined || ports.to - ports.from < FEW));
}

function meets(a: AclEntry, b: AclEntry): Claim {
  const shared = shareAddresses(a, b);
  return shared === undefined ? UNDETERMINED : bare(shared ? 'holds' : 'breaks');
}

/** What passes in all protocols may itself be replies, so that it needs something in the other direction only. */
function passesReplies({ protocol, ports }: AclEntry, { protocol: asked }: AclEntry): Claim {
  if (asked === ALL) return Claim.HOLDS;
  if (protocol !== ALL && protocol !== TCP) return Claim.BREAKS;
  if (ports === undefined) return UNDETERMINED;
  if (EPHEMERAL.some(({ from, to }) => ports.from <= from && to <= ports.to)) return Claim.HOLDS;
  return ports.from <= 65535 && ports.to >= 1024 && ports.to - ports.from >= FEW
    ? UNDETERMINED
    : Claim.BREAKS;
}
