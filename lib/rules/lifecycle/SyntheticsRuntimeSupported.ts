import { tableLookup } from '../../analysis/support/engines';
import { notWritten, supportRule, versionAt } from './support-rules';

export const SyntheticsRuntimeSupported = supportRule({
  id: 'SyntheticsRuntimeSupported',
  resources: ['AWS::Synthetics::Canary'],
  subject: { ja: '外形監視（Synthetics）のランタイム', en: 'Runtimes of Synthetics canaries' },
  stake: {
    ja: 'カナリアは、業務の画面へログインする認証情報を扱う。',
    en: 'Canaries hold what it takes to log in to systems of the office.',
  },
  fix: {
    ja: 'RuntimeVersionに、廃止されていないランタイムを指定してください。',
    en: 'Set RuntimeVersion to a runtime that is not deprecated.',
  },
  cdk: {
    ja: 'CanaryのruntimeにRuntimeの新しい版を指定する',
    en: 'a recent Runtime as the runtime of Canary',
  },
  check: versionAt('RuntimeVersion', tableLookup('synthetics'), notWritten),
});
