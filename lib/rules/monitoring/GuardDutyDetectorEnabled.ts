import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const GuardDutyDetectorEnabled = defineRule({
  id: 'GuardDutyDetectorEnabled',
  clauses: ['4(3)①', '7.5(4)', '7.5(7)', '8.1①'],
  title: {
    ja: 'GuardDutyのディテクターは、無効にしない',
    en: 'Detectors of GuardDuty are not switched off',
  },
  why: {
    ja: '停止したディテクターは何も検知しない。作成されていることで、監視しているという誤解を生む。',
    en: 'A detector that is off detects nothing, and its being there makes people believe that somebody watches.',
  },
  fix: { ja: 'Enableをtrueにしてください。', en: 'Set Enable to true.' },
  cdk: { ja: 'CfnDetectorのenableをtrueとする', en: 'enable: true of CfnDetector' },
  resources: ['AWS::GuardDuty::Detector'],
  check: (detector) => detector.get('Enable').must(isTrue),
});
