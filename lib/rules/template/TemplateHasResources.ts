import { defineDeploymentRule } from '../define';
import { problemSubjects } from './problems';

export const TemplateHasResources = defineDeploymentRule({
  id: 'TemplateHasResources',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'テンプレートには、検査の対象となるリソースがある',
    en: 'Templates have resources to be checked',
  },
  fix: {
    ja: '検査すべきテンプレートを指定しているか確認してください。',
    en: 'See to it that this is the template that was to be checked.',
  },
  // Nothing is made, so no duty is broken; but a check of nothing must not pass in silence.
  duty: 'should',
  checkDeployment: (context) =>
    problemSubjects(context, ['empty'], 'breaks', { ja: '一つ以上のリソース', en: 'one resource or more' }),
});
