import { defineDeploymentRule } from '../define';
import { problemSubjects } from './problems';

export const TemplateReferencesAreDefined = defineDeploymentRule({
  id: 'TemplateReferencesAreDefined',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'テンプレートが参照する名前は、全て定義されている',
    en: 'Every name that a template refers to is defined',
  },
  why: {
    ja: '存在しない名前を参照するテンプレートは配備に失敗するか、意図と異なるものにつながり、暗号鍵や接続先の検査も成り立たない。',
    en: 'A template that refers to what does not exist fails at deployment or points at something else, and keys and connections behind the name cannot be checked.',
  },
  fix: {
    ja: '参照先のリソース、パラメータ、条件又は対応表を定義するか、名前を正してください。',
    en: 'Define the resource, parameter, condition or mapping that is referred to, or correct the name.',
  },
  cdk: {
    ja: '論理IDを文字列で書かず、構成要素の属性（bucket.bucketArn等）を渡す',
    en: 'pass attributes of constructs, such as bucket.bucketArn, instead of logical ids as text',
  },
  checkDeployment: (context) =>
    problemSubjects(context, ['undefined-reference', 'property-type'], 'breaks', {
      ja: '定義された名前',
      en: 'a name that is defined',
    }),
});
