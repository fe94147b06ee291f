import { lacking } from '../../model/claim';
import { equals, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const EcsContainerInsights = defineRule({
  id: 'EcsContainerInsights',
  clauses: ['8.1④'],
  // The clause asks to endeavour (努め).
  duty: 'should',
  title: {
    ja: 'ECSクラスターの負荷及び容量を、Container Insightsで監視する',
    en: 'Load and capacity of ECS clusters are watched by Container Insights',
  },
  why: {
    ja: 'どのコンテナがリソースを使い切ったかが分からず、業務が止まってから調べることになる。',
    en: 'Nobody sees which container uses up its capacity until the service has stopped.',
  },
  fix: {
    ja: 'ClusterSettingsに、NameをcontainerInsights、Valueをenhanced（又はenabled）とする項目を加えてください。',
    en: 'Add an item with Name containerInsights and Value enhanced, or enabled, to ClusterSettings.',
  },
  cdk: {
    ja: 'ClusterのcontainerInsightsV2をContainerInsights.ENHANCEDとする',
    en: 'containerInsightsV2: ContainerInsights.ENHANCED of Cluster',
  },
  resources: ['AWS::ECS::Cluster'],
  check: (cluster) => {
    const settings = cluster.get('ClusterSettings');
    return settings
      .items()
      .some((item) =>
        item
          .get('Name')
          .must(equals('containerInsights'))
          .and(item.get('Value').must(oneOf('enabled', 'enhanced'))),
      )
      .explained(
        settings.path,
        lacking({ ja: '有効なcontainerInsightsなし', en: 'no containerInsights that is switched on' }),
        {
          ja: 'containerInsightsがenabled又はenhancedであること',
          en: 'containerInsights = enabled or enhanced',
        },
        settings.at,
      );
  },
});
