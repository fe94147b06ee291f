import { UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { identityOf } from '../../model/value';
import type { Text } from '../../text';
import { defineRule } from '../define';
import { fulfilledBy } from '../reliefs';

/** Lines to the outside: where each ends in the cloud, and what it runs over on the other side. */
const LINES: Readonly<Record<string, { readonly ends: readonly string[]; readonly over: string }>> = {
  'AWS::EC2::VPNConnection': { ends: ['VpnGatewayId', 'TransitGatewayId'], over: 'CustomerGatewayId' },
  'AWS::DirectConnect::PrivateVirtualInterface': {
    ends: ['VirtualGatewayId', 'DirectConnectGatewayId'],
    over: 'ConnectionId',
  },
  'AWS::DirectConnect::TransitVirtualInterface': { ends: ['DirectConnectGatewayId'], over: 'ConnectionId' },
};
const REQUIRED: Text = {
  ja: '別の回線によるもう一つの接続',
  en: 'a second connection, over another line',
};

export const LinesAreRedundant = defineRule({
  id: 'LinesAreRedundant',
  clauses: ['5.3⑤'],
  title: {
    ja: '可用性2の情報を扱う情報システムの専用線及びVPNは、二つ以上の回線とする',
    en: 'Dedicated lines and VPNs of systems of availability 2 are two at least',
  },
  why: {
    ja: '庁舎とクラウドを結ぶ回線が一つだけであると、その障害により窓口の業務が全て止まる。',
    en: 'If a single line joins the city hall to the cloud, its failure stops every counter.',
  },
  fix: {
    ja: '同じゲートウェイに、異なるCustomerGatewayId（Direct ConnectではConnectionId）を持つ接続をもう一つ作成してください。回線をテンプレートの外で二重化している場合は、例外措置としてその構成を示してください。',
    en: 'Make a second connection to the same gateway with another CustomerGatewayId (ConnectionId for Direct Connect). Where lines outside of the templates do so, show them as an exception.',
  },
  cdk: {
    ja: 'Vpc.addVpnConnectionを異なるipで二つ呼ぶか、CfnPrivateVirtualInterfaceを二つ作成する',
    en: 'two calls of Vpc.addVpnConnection with different ip, or two CfnPrivateVirtualInterface',
  },
  // The clause asks for a second line where it is needed.
  duty: 'should',
  relievedBy: [
    fulfilledBy(
      'AWS::EC2::VPNConnection',
      'AWS::DirectConnect::PrivateVirtualInterface',
      'AWS::DirectConnect::TransitVirtualInterface',
      'AWS::DirectConnect::Connection',
    ),
  ],
  resources: Object.keys(LINES),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (line) => {
    const { ends, over } = LINES[line.type] as (typeof LINES)[string];
    const end = ends.map((path) => line.get(path)).find((field) => !field.isAbsent);
    const [gateway] = end?.references() ?? [];
    if (end === undefined || gateway === undefined) {
      return (end ?? line.get(ends[0] as string)).states(
        'needed',
        { ja: '手元にないゲートウェイへの接続', en: 'a connection to a gateway that is not at hand' },
        REQUIRED,
      );
    }
    const others = othersAt(gateway.value.resource, line).map(({ other, when }) =>
      differs(line.get(over), other.get((LINES[other.type] as (typeof LINES)[string]).over)).and(when),
    );
    return Claim.any(others).explained(
      end.path,
      { ja: '一つの回線による接続だけ', en: 'reached over one line only' },
      REQUIRED,
      end.at,
    );
  },
});

function othersAt(
  gateway: Resource,
  line: Resource,
): readonly { readonly other: Resource; readonly when: Claim }[] {
  return Object.entries(LINES).flatMap(([type, { ends }]) =>
    ends.flatMap((path) =>
      gateway.deployment
        .referrers(gateway, type, path)
        .filter(({ resource }) => resource !== line)
        .map(({ resource, when }) => ({ other: resource, when: Claim.when(when) })),
    ),
  );
}

/** Two names are two lines; of a parameter it is not known. */
function differs(a: Field, b: Field): Claim {
  return Claim.all(
    a.alternatives.flatMap((left) =>
      b.alternatives.map((right) => {
        const [one, two] = [identityOf(left.value), identityOf(right.value)];
        const certain = [left, right].every(
          ({ value }) => value.kind === 'known' || value.kind === 'reference',
        );
        const claim = one !== undefined && one === two ? Claim.BREAKS : certain ? Claim.HOLDS : UNDETERMINED;
        return claim.onlyIf(left.when.and(right.when));
      }),
    ),
  );
}
