import { minutesAtMost, ofShells } from '../../analysis/identity/session-documents';
import { defineRule } from '../define';

/** Without a figure Session Manager waits for twenty minutes. */
const DEFAULT_MINUTES = '20';

export const SessionManagerIdleTimeout = defineRule({
  id: 'SessionManagerIdleTimeout',
  clauses: ['7.2(4)'],
  title: {
    ja: 'Session Managerの接続は、操作のないまま定められた時間が過ぎると切断する',
    en: 'Sessions of Session Manager end when they are idle for the prescribed time',
  },
  why: {
    ja: 'サーバの管理画面が離席中も開いたままであると、通りかかった者が管理者として操作できる。',
    en: 'A shell on a server that stays open while its owner is away makes an administrator of whoever passes by.',
  },
  fix: {
    ja: 'AWS::SSM::Document（DocumentType: Session）のContent.inputs.idleSessionTimeoutを、プロファイルの定める分（maximumIdleMinutes）以下としてください。指定しない場合は20分です。',
    en: 'Set Content.inputs.idleSessionTimeout of the AWS::SSM::Document (DocumentType: Session) to no more than maximumIdleMinutes of the profile. Without it, it is 20 minutes.',
  },
  cdk: { ja: 'CfnDocumentのcontentに指定する', en: 'content of CfnDocument' },
  resources: ['AWS::SSM::Document'],
  check: (document, { profile }) =>
    ofShells(document, (inputs) =>
      inputs
        .get('idleSessionTimeout')
        .orDefault(DEFAULT_MINUTES)
        .must(minutesAtMost(profile.maximumIdleMinutes)),
    ),
});
