import { defineDeploymentRule } from '../define';
import { problemSubjects } from './problems';

export const TemplateReferencesAreDefined = defineDeploymentRule({
  id: 'TemplateReferencesAreDefined',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'テンプレートが参照する名前は、全て定義されている',
    en: 'Every name that a template refers to is defined',
  },
  fix: {
    ja: '参照先のリソース、パラメータ、条件又は対応表を定義するか、名前を正してください。',
    en: 'Define the resource, parameter, condition or mapping that is referred to, or correct the name.',
  },
  checkDeployment: (context) =>
    problemSubjects(context, ['undefined-reference', 'duplicate-export', 'property-type'], 'breaks', {
      ja: '定義された名前',
      en: 'a name that is defined',
    }),
});
