import { CITY, CITY_AND_CONTRACTORS } from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 7.2: access control. */
export const ACCESS: readonly Clause[] = [
  enforced('7.2(1)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '権限のない職員等は、ネットワークとシステムの設定によりアクセスできないようにする',
    en: 'Each network and system keeps out those without the right to it',
  }),
  organisational('7.2(1)②(ア)', 'must', CITY, 'accountProcedure', {
    ja: '利用者の登録から抹消まで、異動や退職も含めたIDの扱い方を定める',
    en: 'How users are registered, changed and removed, and what happens when they move or leave, is laid down',
  }),
  organisational('7.2(1)②(イ)', 'must', CITY, 'accountProcedure', {
    ja: '要らなくなった利用者登録は、抹消するよう職員等が申し出る',
    en: 'Staff ask for their registration to be removed when it is not needed',
  }),
  partly('7.2(1)②(ウ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '使われていないIDが残らないよう、人事管理部門と連携して点検する',
    en: 'Ids are checked with personnel so that no unused one remains',
    reason: {
      ja: '未使用のアクセスの検出は確かめられるが、人事との突合は現れない。',
      en: 'Detection of unused access can be checked; the comparison with personnel records does not appear.',
    },
    evidence: {
      ja: 'IDの棚卸しと、人事情報との突合の記録',
      en: 'Records of reviews of ids against personnel records',
    },
  }),
  enforced('7.2(1)③(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: '特権IDを使う者は必要最小限とし、そのIDとパスワードを厳重に管理する',
    en: 'As few as possible use privileged ids, and these and their passwords are guarded closely',
  }),
  enforced('7.2(1)③(イ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '特権を代行する者は、指名され、CISOが認めた者に限る',
    en: "Only those who are named, and accepted by the CISO, act with privileges in another's place",
    reason: {
      ja: '管理者権限を、プロファイルで許可されたものに限っているかを確かめる。指名と承認は市の決裁による。',
      en: "Administrator rights are held against those that the profile permits; naming and acceptance are the city's decision.",
    },
    evidence: {
      ja: '代行者の指名と、CISOの承認の記録',
      en: 'Records that deputies were named and accepted by the CISO',
    },
  }),
  organisational('7.2(1)③(ウ)', 'must', CITY, 'deputyNotice', {
    ja: 'CISOは、特権の代行者を認めたことを各責任者と管理者に速やかに知らせる',
    en: 'The CISO tells officers and managers at once whom it accepted as a deputy',
  }),
  enforced('7.2(1)③(エ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '特権IDとそのパスワードの変更を、委託事業者に行わせない',
    en: 'Contractors do not change privileged ids or their passwords',
  }),
  enforced('7.2(1)③(オ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '特権IDは、初期設定のものから変える',
    en: 'Privileged ids are not left at their default',
  }),
  organisational('7.2(2)①', 'must', CITY, 'remotePermission', {
    ja: '外部から内部のシステムを使う職員等は、情報システム管理者の許可を得る',
    en: "Staff who reach a system from outside have its manager's permission",
  }),
  enforced('7.2(2)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部からアクセスできる者を、合理的な理由のある最小限の者に限る',
    en: 'Only the few with a good reason reach the inside from outside',
    reason: {
      ja: '外部に開いたポートと入口を確かめる。誰に認めたかは市の記録による。',
      en: "Open ports and entrances are checked; who was admitted is in the city's records.",
    },
    evidence: {
      ja: '外部からのアクセスを認めた者と理由の一覧',
      en: 'A list of those admitted from outside, and why',
    },
  }),
  enforced('7.2(2)③', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部からのアクセスでは、利用者が本人であることを確かめる',
    en: 'Access from outside makes sure who the user is',
  }),
  enforced('7.2(2)④', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部からのアクセスは、暗号化等で通信の盗聴を防ぐ',
    en: 'Access from outside is encrypted against eavesdropping',
  }),
  organisational('7.2(2)⑤', 'must', CITY, 'mobile', {
    ja: '外部からのアクセスに使う貸与端末に、セキュリティの措置を講じる',
    en: 'Mobile devices lent for access from outside are secured',
  }),
  organisational('7.2(2)⑥', 'must', CITY, 'terminalCheck', {
    ja: '持ち込み、持ち帰った端末は、感染とパッチの状況を確かめてからつなぐ',
    en: 'Terminals from outside are checked for viruses and patches before they are connected',
  }),
  enforced('7.2(2)⑦', 'must', CITY_AND_CONTRACTORS, {
    ja: '公衆回線等の庁内への接続は原則禁止し、認めるときは認証と暗号化等を行う',
    en: 'Public lines are not connected as a rule; where they are, with authentication and encryption',
    reason: {
      ja: '公衆回線からの入口と認証を確かめる。接続を認める判断は市による。',
      en: 'Entrances from public lines and their authentication are checked; the city decides whether to allow them.',
    },
    evidence: { ja: '接続を許可した記録', en: 'Records of permitted connections' },
  }),
  organisational('7.2(3)', 'should', CITY, 'networkAccess', {
    ja: 'ネットワークの機器は、必要に応じて固有の情報で接続の可否を自動で判別する',
    en: 'Devices are told apart by what is unique to them before they join the network, as needed',
  }),
  partly('7.2(4)', 'must', CITY_AND_CONTRACTORS, {
    ja: '試行回数の制限、タイムアウト、時刻の表示等により、正当な者のログインを確かめられるようにする',
    en: 'Limits on attempts, time-outs and notices show that the right person logged in',
    reason: {
      ja: 'アプリが定める試行回数と有効期間は確かめられるが、端末と画面の表示は現れない。',
      en: 'Attempts and time-outs that the app sets can be checked; terminals and what screens show do not appear.',
    },
    evidence: {
      ja: 'ログイン画面の表示と、端末のタイムアウトの設定',
      en: 'What log-in screens show, and time-outs of terminals',
    },
  }),
  enforced('7.2(5)', 'must', CITY_AND_CONTRACTORS, {
    ja: '認証情報を厳重に管理し、OS等の保護機能があれば活用する',
    en: 'Credentials are guarded closely, and functions that protect them are used',
    reason: {
      ja: 'テンプレートに書かれた秘密と、認証情報の保護の設定を確かめる。職員等の認証情報の管理は要証跡となる。',
      en: 'Secrets in templates and settings that protect credentials are checked; how staff credentials are kept needs evidence.',
    },
    evidence: { ja: '職員等の認証情報の管理の方法', en: 'How staff credentials are kept' },
  }),
  enforced('7.2(6)', 'must', CITY_AND_CONTRACTORS, {
    ja: '特権による接続の時間を、必要最小限にする',
    en: 'Privileged sessions are as short as possible',
  }),
];
