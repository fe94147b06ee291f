import { sourceOutcome } from '../../analysis/time-settings';
import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

export const DhcpTimeSource = defineRule({
  id: 'DhcpTimeSource',
  clauses: ['8.1②'],
  title: {
    ja: 'DHCPオプションの時刻の同期元は、定められた同期元のみとする',
    en: 'DHCP options name only the prescribed time sources',
  },
  why: {
    ja: '同期元が混在するとサーバごとに時刻がずれ、複数のログを並べて侵入の順序を示すことができない。外部の同期元は、閉域からは届かない。',
    en: 'With several time sources clocks drift apart, and logs of different servers cannot be put in order; public ones cannot even be reached from a closed zone.',
  },
  fix: {
    ja: 'NtpServersを169.254.169.123（Amazon Time Sync Service）のみにしてください。',
    en: 'Set NtpServers to 169.254.169.123 (the Amazon Time Sync Service) alone.',
  },
  cdk: {
    ja: 'MyNumberVpc等の構成要素を用いるか、CfnDHCPOptionsのntpServersを169.254.169.123のみとする',
    en: 'use MyNumberVpc and its kind, or ntpServers of CfnDHCPOptions with 169.254.169.123 alone',
  },
  resources: ['AWS::EC2::DHCPOptions'],
  // Options that name no source are for the VPC to answer for.
  check: (options, { profile: { allowedTimeSources } }) =>
    options
      .get('NtpServers')
      .items()
      .every((item) =>
        item.must(
          satisfying(
            {
              ja: `${allowedTimeSources.join('、')}のいずれか`,
              en: `one of ${allowedTimeSources.join(', ')}`,
            },
            (value) => {
              if (value.kind !== 'known') return 'undetermined';
              // Some write several into one string.
              const hosts = String(value.value)
                .split(/[\s,]+/)
                .filter((host) => host !== '');
              return hosts.every((host) => sourceOutcome(host, allowedTimeSources) === 'holds')
                ? 'holds'
                : 'breaks';
            },
          ),
        ),
      ),
});
