import type { Bearer, Kind, Wording } from '../policy/clauses';
import type { Text } from '../text';

/** How far code can check a clause. */
export const KINDS: Readonly<Record<Kind, Text>> = {
  enforced: { ja: '検査', en: 'enforced' },
  partly: { ja: '一部検査', en: 'partly' },
  evidence: { ja: '証跡', en: 'evidence' },
  organisational: { ja: '組織的', en: 'organisational' },
  physical: { ja: '物理的', en: 'physical' },
};

export const WORDINGS: Readonly<Record<Wording, Text>> = {
  must: { ja: '義務', en: 'must' },
  should: { ja: '推奨・必要に応じ', en: 'should' },
  may: { ja: '許容', en: 'may' },
  definition: { ja: '定め', en: 'definition' },
};

export const BEARERS: Readonly<Record<Bearer, Text>> = {
  municipality: { ja: '本市', en: 'municipality' },
  'digital-agency': { ja: 'デジタル庁', en: 'Digital Agency' },
  'cloud-provider': { ja: 'クラウドサービス事業者', en: 'cloud provider' },
  operator: { ja: '委託事業者（運用）', en: 'operator' },
  vendor: { ja: '委託事業者（開発・保守）', en: 'vendor' },
};
