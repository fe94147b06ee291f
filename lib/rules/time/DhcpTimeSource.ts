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
  fix: {
    ja: 'NtpServersを169.254.169.123（Amazon Time Sync Service）のみにしてください（CDKではMyNumberVpc等の構成要素が設定します）。',
    en: 'Set NtpServers to 169.254.169.123 (the Amazon Time Sync Service) alone (in CDK: MyNumberVpc and its kind do so).',
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
