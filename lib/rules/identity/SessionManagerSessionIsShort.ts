import { minutesAtMost, ofShells } from '../../analysis/identity/session-documents';
import { defineRule } from '../define';

export const SessionManagerSessionIsShort = defineRule({
  id: 'SessionManagerSessionIsShort',
  clauses: ['7.2(6)'],
  title: {
    ja: 'Session Managerの接続時間は、定められた時間以下とする',
    en: 'Sessions of Session Manager last no longer than prescribed',
  },
  why: {
    ja: '終わりのない管理者の接続は、作業が済んだ後も使われ得る入口として残る。',
    en: "An administrator's session without an end remains a way in long after the work is done.",
  },
  fix: {
    ja: 'AWS::SSM::Document（DocumentType: Session）のContent.inputs.maxSessionDurationを、プロファイルの定める特権の接続時間（maximumPrivilegedSessionSeconds）を分に直した値以下としてください。指定しない場合は制限がありません。',
    en: 'Set Content.inputs.maxSessionDuration of the AWS::SSM::Document (DocumentType: Session), in minutes, to no more than maximumPrivilegedSessionSeconds of the profile. Without it, there is no limit.',
  },
  cdk: { ja: 'CfnDocumentのcontentに指定する', en: 'content of CfnDocument' },
  resources: ['AWS::SSM::Document'],
  check: (document, { profile }) =>
    ofShells(document, (inputs) =>
      inputs
        .get('maxSessionDuration')
        .must(minutesAtMost(Math.floor(profile.maximumPrivilegedSessionSeconds / 60))),
    ),
});
