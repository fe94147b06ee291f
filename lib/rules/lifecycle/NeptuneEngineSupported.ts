import { tableLookup } from '../../analysis/support/engines';
import { supportRule, versionAt } from './support-rules';

export const NeptuneEngineSupported = supportRule({
  id: 'NeptuneEngineSupported',
  resources: ['AWS::Neptune::DBCluster'],
  subject: { ja: 'Neptuneのエンジン', en: 'Engines of Neptune' },
  stake: {
    ja: 'Neptuneには、世帯や所有のような関係の記録が保存される。',
    en: 'Neptune keeps relations, such as those of households and ownership.',
  },
  fix: {
    ja: 'EngineVersionに、利用予定の終わりまでサポートのある版を指定してください。',
    en: 'Set EngineVersion to a version that is supported until the end of the planned use.',
  },
  cdk: {
    ja: 'CfnDBClusterのengineVersionに指定する',
    en: 'engineVersion of CfnDBCluster',
  },
  check: versionAt('EngineVersion', tableLookup('neptune')),
});
