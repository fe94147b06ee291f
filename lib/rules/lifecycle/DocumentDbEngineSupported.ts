import { tableLookup } from '../../analysis/support/engines';
import { supportRule, versionAt } from './support-rules';

export const DocumentDbEngineSupported = supportRule({
  id: 'DocumentDbEngineSupported',
  resources: ['AWS::DocDB::DBCluster'],
  subject: { ja: 'DocumentDBのエンジン', en: 'Engines of DocumentDB' },
  stake: {
    ja: 'DocumentDBには、申請書や台帳の文書がまとめて保存される。',
    en: 'DocumentDB keeps documents of applications and registers.',
  },
  fix: {
    ja: 'EngineVersionを5.0.0以降としてください。3.6のサポートは終わっています。',
    en: 'Set EngineVersion to 5.0.0 or later: the support of 3.6 has ended.',
  },
  cdk: {
    ja: 'DatabaseClusterのengineVersionを5.0.0等とする',
    en: 'engineVersion: 5.0.0 or later of DatabaseCluster',
  },
  check: versionAt('EngineVersion', tableLookup('documentdb')),
});
