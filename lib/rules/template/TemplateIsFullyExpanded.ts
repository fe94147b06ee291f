import { defineDeploymentRule } from '../define';
import { problemSubjects } from './problems';

export const TemplateIsFullyExpanded = defineDeploymentRule({
  id: 'TemplateIsFullyExpanded',
  clauses: ['9.2(5)①(エ)'],
  title: {
    ja: 'テンプレートは、マクロ、繰返し及び入れ子を展開した状態で検査する',
    en: 'Templates are checked with their macros, loops and nested stacks expanded',
  },
  why: {
    ja: 'マクロや入れ子の中のリソースは、展開するまで見えない。見えないものを適合としては、そこに置かれた公開バケットを見逃す。',
    en: 'Resources inside of macros and nested stacks are not seen until they are expanded. To pass what is not seen would miss the public bucket in there.',
  },
  fix: {
    ja: '展開後のテンプレートを検査してください。マクロはaws cloudformation get-template --template-stage Processedで得たもの、入れ子スタックはそのテンプレートを併せて指定します。秘密情報の更新を加えるマクロ（AWS::SecretsManager、AWS::Serverless）は、ManageMasterUserPasswordとするか、AWS::SecretsManager::RotationScheduleのRotationLambdaARNに自らの関数を指定すれば要りません。',
    en: 'Check the template as expanded: for macros what aws cloudformation get-template --template-stage Processed gives, for nested stacks their templates along with it. The macros that add the rotation of secrets (AWS::SecretsManager, AWS::Serverless) are not needed with ManageMasterUserPassword, nor where RotationLambdaARN of AWS::SecretsManager::RotationSchedule names a function of your own.',
  },
  cdk: {
    ja: 'cdk.outの全体を検査の対象とし、Stack.addTransform()、addRotationSingleUser()、HostedRotation等の加えるマクロを用いない（manageMasterUserPassword又はaddRotationSchedule()のrotationLambdaで足りる）',
    en: 'check all of cdk.out, and use no macros, which Stack.addTransform(), addRotationSingleUser() and HostedRotation bring along (manageMasterUserPassword or rotationLambda of addRotationSchedule() do without)',
  },
  // What is not seen is not compliant.
  checkDeployment: (context) =>
    problemSubjects(context, ['macro', 'for-each', 'nested-template'], 'undetermined', {
      ja: '検査できるテンプレート',
      en: 'a template that can be checked',
    }),
});
