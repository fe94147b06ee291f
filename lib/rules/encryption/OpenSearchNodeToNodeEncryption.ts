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
  fix: {
    ja: 'NodeToNodeEncryptionOptionsのEnabledをtrueとしてください。指定しない場合は暗号化されません（CDKではnodeToNodeEncryption: true）。',
    en: 'Set Enabled to true in NodeToNodeEncryptionOptions. Without it the nodes talk in plain text (in CDK: nodeToNodeEncryption: true).',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check: (domain) => domain.get('NodeToNodeEncryptionOptions.Enabled').must(isTrue),
});
