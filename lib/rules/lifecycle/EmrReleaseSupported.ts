import { emrLookup } from '../../analysis/support/engines';
import { notWritten, supportRule, versionAt } from './support-rules';

export const EmrReleaseSupported = supportRule({
  id: 'EmrReleaseSupported',
  resources: ['AWS::EMR::Cluster', 'AWS::EMRServerless::Application'],
  subject: { ja: 'EMRのリリース', en: 'Releases of EMR' },
  stake: {
    ja: 'EMRは、多数の住民の記録を一度に読み込んで集計する。',
    en: 'EMR reads the records of many residents at once.',
  },
  fix: {
    ja: 'ReleaseLabelに、標準サポートの続いているリリース（emr-7.13.0等）を指定してください。',
    en: 'Set ReleaseLabel to a release under standard support (for example emr-7.13.0).',
  },
  cdk: {
    ja: 'CfnClusterのreleaseLabelに指定する',
    en: 'releaseLabel of CfnCluster',
  },
  check: versionAt('ReleaseLabel', emrLookup, notWritten),
});
