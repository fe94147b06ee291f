import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const NotebookRootDisabled = defineRule({
  id: 'NotebookRootDisabled',
  clauses: ['7.2(1)③(ア)', '7.4(1)⑧'],
  title: {
    ja: 'SageMakerのノートブックインスタンスでは、利用者にroot権限を与えない',
    en: 'Users of SageMaker notebook instances do not have root access',
  },
  why: {
    ja: 'root権限があれば、分析のための端末で対策を止め、任意のソフトウェアを入れられる。',
    en: 'With root access a machine for analysis can be stripped of its protection and loaded with any software.',
  },
  fix: {
    ja: 'RootAccessをDisabledにしてください。指定しない場合は有効です。',
    en: 'Set RootAccess to Disabled; without it, users have it.',
  },
  cdk: {
    ja: 'CfnNotebookInstanceのrootAccessをDisabledとする',
    en: "rootAccess: 'Disabled' of CfnNotebookInstance",
  },
  resources: ['AWS::SageMaker::NotebookInstance'],
  check: (notebook) => notebook.get('RootAccess').orDefault('Enabled').must(equals('Disabled')),
});
