import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { isSet } from './keys-table';
import { IN_TRANSIT } from './tls-rules';

export const FirehoseDatabaseSourceUsesTls = defineRule({
  id: 'FirehoseDatabaseSourceUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'Firehoseは、取得元のデータベースとTLSで通信する',
    en: 'Firehose talks TLS with the databases it reads',
  },
  why: {
    ja: 'データベースの更新が全て流れるため、平文であれば変わる都度に漏れる。',
    en: 'Every change in the database flows there: in plain text each of them is open.',
  },
  fix: {
    ja: 'DatabaseSourceConfiguration.SSLModeをEnabledとしてください。',
    en: 'Set DatabaseSourceConfiguration.SSLMode to Enabled.',
  },
  cdk: {
    ja: "CfnDeliveryStreamのdatabaseSourceConfigurationでsslModeを'Enabled'とする",
    en: "sslMode: 'Enabled' in databaseSourceConfiguration of CfnDeliveryStream",
  },
  resources: ['AWS::KinesisFirehose::DeliveryStream'],
  check: (stream) => {
    const source = stream.get('DatabaseSourceConfiguration');
    return source.get('SSLMode').orDefault('Disabled').must(oneOf('Enabled')).onlyIf(isSet(source));
  },
});
