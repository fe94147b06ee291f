import { isTrue } from '../../model/requirement';
import { accountRule, someOf } from './account-duties';

const DETECTOR = 'AWS::GuardDuty::Detector';

export const ThreatDetectionEnabled = accountRule({
  id: 'ThreatDetectionEnabled',
  clauses: ['4(3)①', '7.5(4)', '7.5(7)', '8.1①'],
  title: {
    ja: '不正な通信及び操作を検知する仕組み（GuardDuty）を有効にする',
    en: 'Malicious traffic and operations are detected (GuardDuty)',
  },
  why: {
    ja: '内部に侵入した攻撃や外部との不正な通信は、振る舞いを監視しなければ見付からない。',
    en: 'An attack that is inside, or talks to the outside, is found only by watching how things behave.',
  },
  create: {
    ja: 'AWS::GuardDuty::Detectorを、EnableをtrueとしてAWSアカウントとリージョンごとに作成してください。',
    en: 'Create an AWS::GuardDuty::Detector with Enable true, in each account and region.',
  },
  cdk: { ja: 'CfnDetectorを作成する', en: 'a CfnDetector' },
  duty: 'threat-detection',
  type: DETECTOR,
  required: { ja: '有効なGuardDuty', en: 'GuardDuty that is switched on' },
  exists: (deployment) => someOf(deployment, [DETECTOR], (detector) => detector.get('Enable').must(isTrue)),
});
