import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const TrailIntegrity = defineRule({
  id: 'TrailIntegrity',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'CloudTrailの証跡は、ログファイルの整合性検証を有効にする',
    en: 'CloudTrail validates the integrity of its log files',
  },
  fix: {
    ja: 'EnableLogFileValidationをtrueにしてください。指定しない場合は無効です（CDKではenableFileValidation: true）。',
    en: 'Set EnableLogFileValidation to true; without it there is no validation (in CDK: enableFileValidation: true).',
  },
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => trail.get('EnableLogFileValidation').orDefault(false).must(isTrue),
});
