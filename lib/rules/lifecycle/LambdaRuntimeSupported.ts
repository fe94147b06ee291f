import { supported } from '../../analysis/support/claim';
import { tableLookup } from '../../analysis/support/engines';
import { Claim } from '../../model/claim';
import { equals, present } from '../../model/requirement';
import { containerImage, notWritten, supportRule } from './support-rules';

export const LambdaRuntimeSupported = supportRule({
  id: 'LambdaRuntimeSupported',
  resources: ['AWS::Lambda::Function'],
  subject: { ja: 'Lambda関数のランタイム', en: 'Runtimes of Lambda functions' },
  stake: {
    ja: '関数の実行環境は、要求の受付から帳票の作成まで、業務のプログラムを動かす。',
    en: 'The runtime of a function runs the programs of the office, from requests to printed forms.',
  },
  fix: {
    ja: 'Runtimeに、サポートが利用予定の終わりまで続くランタイム（python3.14等）を指定してください。利用予定はjichitai:planned-use-untilで宣言します。',
    en: 'Set Runtime to one that is supported until the end of the planned use (for example python3.14), which jichitai:planned-use-until declares.',
  },
  cdk: {
    ja: 'FunctionのruntimeをRuntime.PYTHON_3_14等とする',
    en: 'runtime: Runtime.PYTHON_3_14 or the like of Function',
  },
  check: (fn, context) => {
    const runtime = fn.get('Runtime');
    const isImage = fn.get('PackageType').must(equals('Image')).or(fn.get('Code.ImageUri').must(present));
    const ofRuntime = supported(fn, runtime, tableLookup('lambda'), context, notWritten(runtime));
    return Claim.all([
      ofRuntime.onlyIf(isImage.not()),
      containerImage(fn.get('Code.ImageUri')).onlyIf(isImage),
    ]);
  },
});
