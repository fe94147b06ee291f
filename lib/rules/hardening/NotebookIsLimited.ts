import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const NotebookIsLimited = defineRule({
  id: 'NotebookIsLimited',
  clauses: ['9.2(5)①(オ)', '7.5(1)②', '7.2(1)③(ア)', '7.4(1)⑧'],
  title: {
    ja: 'ノートブックは、管理者権限及びインターネットへの直接の通信を持たない',
    en: 'Notebook instances have neither root access nor a direct way to the Internet',
  },
  why: {
    ja: 'ノートブックは分析者が任意のプログラムを動かす場である。管理者権限と外への経路があれば、制御の解除も持出しもできる。',
    en: 'A notebook runs whatever its user types. With root access and a way out, controls are undone and data carried off.',
  },
  fix: {
    ja: 'AWS::SageMaker::NotebookInstanceのRootAccess及びDirectInternetAccessをDisabledとし、SubnetId及びSecurityGroupIdsを指定してください。いずれも指定しない場合はEnabledです。',
    en: 'Set RootAccess and DirectInternetAccess of the AWS::SageMaker::NotebookInstance to Disabled, and name SubnetId and SecurityGroupIds. Both are Enabled unless they are set.',
  },
  cdk: {
    ja: 'CfnNotebookInstanceのrootAccess及びdirectInternetAccess',
    en: 'rootAccess and directInternetAccess of CfnNotebookInstance',
  },
  resources: ['AWS::SageMaker::NotebookInstance'],
  check: (notebook) =>
    notebook
      .get('RootAccess')
      .orDefault('Enabled')
      .must(equals('Disabled'))
      .and(notebook.get('DirectInternetAccess').orDefault('Enabled').must(equals('Disabled'))),
});
