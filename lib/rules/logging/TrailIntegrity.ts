import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const TrailIntegrity = defineRule({
  id: 'TrailIntegrity',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'CloudTrailの証跡は、ログファイルの整合性検証を有効にする',
    en: 'CloudTrail validates the integrity of its log files',
  },
  why: {
    ja: '検証用のダイジェストがなければ、保管中に証跡のファイルが書き換えられ、又は抜き取られても、そのことを証明できない。',
    en: 'Without digests nobody can prove that the files of a trail were altered, or that some are missing.',
  },
  fix: {
    ja: 'EnableLogFileValidationをtrueにしてください。指定しない場合は無効です。',
    en: 'Set EnableLogFileValidation to true; without it, there is no validation.',
  },
  cdk: {
    ja: 'TrailのenableFileValidationをfalseにしない',
    en: 'do not set enableFileValidation of Trail to false',
  },
  resources: ['AWS::CloudTrail::Trail'],
  check: (trail) => trail.get('EnableLogFileValidation').orDefault(false).must(isTrue),
});
