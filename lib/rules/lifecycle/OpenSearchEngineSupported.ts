import { chosenByAws, supported } from '../../analysis/support/claim';
import { searchLookup, tableLookup } from '../../analysis/support/engines';
import { supportRule } from './support-rules';

export const OpenSearchEngineSupported = supportRule({
  id: 'OpenSearchEngineSupported',
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  subject: { ja: 'OpenSearch及びElasticsearchのエンジン', en: 'Engines of OpenSearch and Elasticsearch' },
  stake: {
    ja: '検索ドメインには、検索のために住民の記録の写しが置かれる。',
    en: "A search domain holds copies of residents' records.",
  },
  fix: {
    ja: 'EngineVersionに、利用予定の終わりまでサポートのある版（OpenSearch_3.3等）を指定してください。AWS::Elasticsearch::Domainの版はいずれも期限があります。AWS::OpenSearchService::Domainに移してください。',
    en: 'Set EngineVersion to a version that is supported until the end of the planned use (for example OpenSearch_3.3). All versions of AWS::Elasticsearch::Domain have an end: move to AWS::OpenSearchService::Domain.',
  },
  cdk: {
    ja: "DomainのversionにEngineVersion.openSearch('3.3')等を指定する",
    en: "version: EngineVersion.openSearch('3.3') or the like of Domain",
  },
  check: (domain, context) => {
    if (domain.type === 'AWS::OpenSearchService::Domain') {
      const version = domain.get('EngineVersion');
      return supported(domain, version, searchLookup, context, chosenByAws(version));
    }
    // Unlike the newer type, this one takes its oldest version where none is written.
    const version = domain.get('ElasticsearchVersion').orDefault('1.5');
    return supported(domain, version, tableLookup('elasticsearch'), context, chosenByAws(version));
  },
});
