import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const OpenSearchNodeToNodeEncryption = defineRule({
  id: 'OpenSearchNodeToNodeEncryption',
  clauses: IN_TRANSIT,
  title: {
    ja: 'OpenSearchドメインは、ノード間の通信を暗号化する',
    en: 'OpenSearch domains encrypt what passes between nodes',
  },
  why: {
    ja: 'ノードは索引の写しを互いに送り合う。暗号化しなければ、検索対象の文書がクラスターの中の回線を平文で流れる。',
    en: 'Nodes send each other copies of the index: without encryption the searched documents pass between them in plain text.',
  },
  fix: {
    ja: 'NodeToNodeEncryptionOptionsのEnabledをtrueとしてください。指定しない場合は暗号化されません。',
    en: 'Set Enabled to true in NodeToNodeEncryptionOptions. Without it, the nodes talk in plain text.',
  },
  cdk: {
    ja: 'DomainのnodeToNodeEncryptionをtrueとする',
    en: 'nodeToNodeEncryption: true of Domain',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check: (domain) => domain.get('NodeToNodeEncryptionOptions.Enabled').must(isTrue),
});
