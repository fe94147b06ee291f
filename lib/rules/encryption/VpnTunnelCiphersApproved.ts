import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { literal, matching, oneOf, type Requirement } from '../../model/requirement';
import { asNumber } from '../../model/value';
import { defineRule } from '../define';
import { isSet } from './keys-table';

/** Group 2 has 1024 bits, 22 to 24 are not trusted any more (RFC 8247). */
const GROUPS = literal({ ja: '14から21まで', en: '14 to 21' }, (value) => {
  const number = asNumber(value);
  return number !== undefined && number >= 14 && number <= 21;
});
const HASHES = oneOf('SHA2-256', 'SHA2-384', 'SHA2-512');
const AES = matching(/^AES(128|256)(-GCM-16)?$/, { ja: 'AES', en: 'AES' });

const APPROVED: Readonly<Record<string, Requirement>> = {
  IKEVersions: oneOf('ikev2'),
  Phase1EncryptionAlgorithms: AES,
  Phase2EncryptionAlgorithms: AES,
  Phase1IntegrityAlgorithms: HASHES,
  Phase2IntegrityAlgorithms: HASHES,
  Phase1DHGroupNumbers: GROUPS,
  Phase2DHGroupNumbers: GROUPS,
};

export const VpnTunnelCiphersApproved = defineRule({
  id: 'VpnTunnelCiphersApproved',
  clauses: ['7.1(16)②'],
  title: {
    ja: 'VPNのトンネルは、十分な強度の方式のみを受け付ける',
    en: 'VPN tunnels take strong algorithms only',
  },
  why: {
    ja: 'トンネルの両端は共通する最も弱い方式に合意し得るため、IKEv1、SHA-1又は1024ビットの鍵交換を残すと、庁外の回線で解読される。',
    en: 'Both ends may agree on the weakest algorithm they share: IKEv1, SHA-1 or a key exchange of 1024 bits can be broken on lines outside of the offices.',
  },
  fix: {
    ja: 'VpnTunnelOptionsSpecificationsの2本とも、IKEVersionsをikev2、Phase1及びPhase2のIntegrityAlgorithmsをSHA2-256以上、DHGroupNumbersを14以上としてください。指定しない場合はAWSが全ての方式を受け付けるため、接続元の機器の設定が要証跡となります。',
    en: 'In both VpnTunnelOptionsSpecifications set IKEVersions to ikev2, IntegrityAlgorithms of Phase1 and Phase2 to SHA2-256 or stronger, and their DHGroupNumbers to 14 or higher. Without them, AWS takes all, and the settings of the device at the other end have to be shown.',
  },
  cdk: {
    ja: 'CfnVPNConnectionのvpnTunnelOptionsSpecificationsに同じ値を渡す',
    en: 'the same values in vpnTunnelOptionsSpecifications of CfnVPNConnection',
  },
  resources: ['AWS::EC2::VPNConnection'],
  check: (connection) => {
    const tunnels = connection.get('VpnTunnelOptionsSpecifications');
    return tunnels
      .items()
      .every((tunnel) =>
        Claim.all(Object.entries(APPROVED).map(([name, one]) => listed(tunnel.get(name), one))),
      )
      .and(leftToTheOtherEnd(tunnels).onlyIf(isSet(tunnels).not()));
  },
});

function listed(list: Field, approved: Requirement): Claim {
  return list
    .items()
    .every((item) => item.get('Value').must(approved))
    .and(leftToTheOtherEnd(list).onlyIf(isSet(list).not()));
}

/** AWS takes everything then, and the device of the city decides what is used. */
function leftToTheOtherEnd(list: Field): Claim {
  return list.states(
    'needed',
    {
      ja: '指定なし（接続元の機器の設定による）',
      en: 'not set, so that the device at the other end decides',
    },
    { ja: '十分な強度の方式のみ', en: 'strong algorithms only' },
  );
}
