import { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

/** The older way to say the same. */
const DATA_SOURCES = [
  'S3Logs.Enable',
  'Kubernetes.AuditLogs.Enable',
  'MalwareProtection.ScanEc2InstanceWithFindings.EbsVolumes',
];

export const GuardDutyProtectionsEnabled = defineRule({
  id: 'GuardDutyProtectionsEnabled',
  clauses: ['4(3)①', '7.5(7)', '7.4(1)④'],
  // The clauses ask for detection, and leave open which protections of a product it takes.
  duty: 'should',
  title: {
    ja: 'GuardDutyの保護機能（S3、EKS、RDS、Lambda、マルウェア等）を無効にしない',
    en: 'Protections of GuardDuty (S3, EKS, RDS, Lambda, malware and others) are not switched off',
  },
  why: {
    ja: '無効にした種類のリソースに対する攻撃は、検知されない。',
    en: 'Attacks on the kind of resource whose protection is off are not detected.',
  },
  fix: {
    ja: 'Featuresの各項目のStatusをENABLEDとしてください。指定しない保護機能は、新しいディテクターでは有効です（RUNTIME_MONITORINGを除く）。',
    en: 'Set Status of each item of Features to ENABLED. Protections that are not mentioned are on in a new detector, RUNTIME_MONITORING apart.',
  },
  cdk: { ja: 'CfnDetectorのfeaturesを指定する', en: 'features of CfnDetector' },
  resources: ['AWS::GuardDuty::Detector'],
  check: (detector) =>
    Claim.all([
      detector
        .get('Features')
        .items()
        .every((feature) => feature.get('Status').must(equals('ENABLED'))),
      ...DATA_SOURCES.map((path) => detector.get('DataSources').get(path).orDefault(true).must(isTrue)),
    ]),
});
