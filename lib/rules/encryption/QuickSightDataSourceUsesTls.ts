import { isFalse } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const QuickSightDataSourceUsesTls = defineRule({
  id: 'QuickSightDataSourceUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'QuickSightは、データソースとTLSで通信する',
    en: 'QuickSight talks TLS with data sources',
  },
  why: {
    ja: '集計のためにデータベースから取り出した情報が、TLSを無効にすると平文で流れる。',
    en: 'What is drawn from databases for statistics flows in plain text once TLS is off.',
  },
  fix: {
    ja: 'SslPropertiesのDisableSslを削除するか、falseとしてください。',
    en: 'Remove DisableSsl from SslProperties, or set it to false.',
  },
  cdk: {
    ja: 'CfnDataSourceのsslPropertiesでdisableSslをtrueにしない',
    en: 'do not set disableSsl in sslProperties of CfnDataSource',
  },
  resources: ['AWS::QuickSight::DataSource'],
  check: (source) => source.get('SslProperties.DisableSsl').orDefault(false).must(isFalse),
});
