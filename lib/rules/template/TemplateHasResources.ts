import { defineDeploymentRule } from '../define';
import { problemSubjects } from './problems';

export const TemplateHasResources = defineDeploymentRule({
  id: 'TemplateHasResources',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'テンプレートには、検査の対象となるリソースがある',
    en: 'Templates have resources to be checked',
  },
  why: {
    ja: '検査の対象がなければ指摘も出ない。パスの誤りや空の成果物による「指摘なし」を、適合と取り違えるおそれがある。',
    en: 'Where nothing is checked nothing is found: an empty result from a wrong path is easily taken for compliance.',
  },
  fix: {
    ja: '検査すべきテンプレートを指定しているか確認してください。',
    en: 'See to it that this is the template that was to be checked.',
  },
  cdk: {
    ja: 'cdk synthで合成し直したcdk.outを指定する',
    en: 'name the cdk.out of a fresh cdk synth',
  },
  // Nothing is made, so no duty is broken; but a check of nothing must not pass in silence.
  duty: 'should',
  checkDeployment: (context) =>
    problemSubjects(context, ['empty'], 'breaks', { ja: '一つ以上のリソース', en: 'one resource or more' }),
});
