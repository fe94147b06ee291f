import { CITY, CITY_AND_CONTRACTORS, CITY_AND_VENDOR } from './bearers';
import { type Clause, enforced, organisational, partly, physical } from './clause-row';

/** 7.1(14) to (21): mail, encryption, software and terminals in use. */
export const USE: readonly Clause[] = [
  organisational('7.1(14)①', 'must', CITY, 'mailServer', {
    ja: '大量の迷惑メール等を検知したときは、メールサーバを止める',
    en: 'The mail server is stopped when masses of spam are seen',
  }),
  organisational('7.1(14)②', 'must', CITY, 'mailServer', {
    ja: '送受信できる電子メールの容量に上限を設け、超えるものを扱わない',
    en: 'Mail above a set size is neither sent nor received',
  }),
  organisational('7.1(14)③', 'must', CITY, 'mailServer', {
    ja: 'メールボックスの容量に上限を設け、超えたときの対応を知らせる',
    en: 'Mailboxes have a limit, and staff know what happens beyond it',
  }),
  organisational('7.1(14)④', 'must', CITY_AND_VENDOR, 'contract', {
    ja: '庁舎に常駐する委託事業者の電子メールの利用方法を、委託先と取り決める',
    en: 'How contractors on the premises use mail is agreed with them',
  }),
  organisational('7.1(15)①', 'must', CITY, 'mailConduct', {
    ja: '電子メールを外部へ自動で転送しない',
    en: 'Mail is not forwarded to the outside automatically',
  }),
  organisational('7.1(15)②', 'must', CITY, 'mailConduct', {
    ja: '業務に要らない相手へ電子メールを送らない',
    en: 'No mail is sent to anybody whom the work does not concern',
  }),
  organisational('7.1(15)③', 'must', CITY, 'mailConduct', {
    ja: '複数の相手への電子メールでは、必要な場合を除き、互いの宛先を見せない',
    en: "Mail to several persons does not show them each other's address unless needed",
  }),
  organisational('7.1(15)④', 'must', CITY, 'mailConduct', {
    ja: '重要な電子メールの誤送信は、情報セキュリティ管理者に報告する',
    en: 'Important mail that was sent wrongly is reported',
  }),
  organisational('7.1(15)⑤', 'must', CITY, 'mailConduct', {
    ja: 'インターネットのフリーメールを使わない',
    en: 'Free mail services of the Internet are not used',
  }),
  partly('7.1(16)①', 'must', CITY_AND_VENDOR, {
    ja: '外部に送るデータは、取扱制限に従い、CISOの定めた署名、暗号化等の方法で守る',
    en: 'Data sent outside are signed, encrypted or given a password in the way that the CISO laid down',
    reason: {
      ja: 'アプリの通信路の暗号化は確かめられるが、職員等が送るデータは現れない。',
      en: "Encryption of the app's paths can be checked; what staff send does not appear.",
    },
    evidence: {
      ja: 'CISOの定めた方法と、その利用の状況',
      en: 'The methods that the CISO laid down, and how they are used',
    },
  }),
  enforced('7.1(16)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '暗号化の方法と鍵の管理は、CISOの定めたものに限る',
    en: 'Only the ciphers and key handling that the CISO laid down are used',
    reason: {
      ja: 'クラウドの暗号方式と鍵を確かめる。職員等が端末で行う暗号化は市が管理する。',
      en: "Ciphers and keys in the cloud are checked; encryption that staff do on terminals is the city's to manage.",
    },
    evidence: {
      ja: 'CISOの定めた暗号化と鍵管理の方法',
      en: 'The methods of encryption and key handling that the CISO laid down',
    },
  }),
  organisational('7.1(16)③', 'must', CITY, 'signature', {
    ja: '電子署名を検証するための情報や手段を、検証する者へ安全に渡す',
    en: 'Those who verify signatures get what they need for it safely',
  }),
  partly('7.1(17)', 'must', CITY_AND_CONTRACTORS, {
    ja: '許可のないソフトウェアや不正に複製したソフトウェアを使わない',
    en: 'Software that is not permitted, or was copied illegally, is not used',
    reason: {
      ja: 'コンテナイメージの取得元等は確かめられるが、端末に入れたソフトウェアは現れない。',
      en: 'Where images come from can be checked; what is installed on terminals does not appear.',
    },
    evidence: {
      ja: '許可したソフトウェアの一覧と、端末の点検の記録',
      en: 'A list of permitted software, and records of checks of terminals',
    },
  }),
  organisational('7.1(17)①', 'must', CITY, 'softwareConduct', {
    ja: '端末に無断でソフトウェアを入れない',
    en: 'Nobody installs software on a terminal without permission',
  }),
  partly('7.1(17)②', 'may', CITY, {
    ja: '業務に必要なソフトウェアは、許可を得て導入できる',
    en: 'Software that the work needs may be installed with permission',
    reason: {
      ja: 'コンテナのイメージ等の入手元は確かめられるが、端末に導入するソフトウェアは現れない。',
      en: 'Where container images and the like come from can be checked; what is put on terminals does not appear.',
    },
    evidence: { ja: 'ソフトウェアの導入の許可', en: 'Permissions to install software' },
  }),
  organisational('7.1(17)③', 'must', CITY, 'softwareConduct', {
    ja: '不正に複製されたソフトウェアを使わない',
    en: 'Illegal copies of software are not used',
  }),
  physical('7.1(18)①', 'must', CITY, 'hardware', {
    ja: '端末を無断で改造し、機器を増設し、交換しない',
    en: 'Terminals are not rebuilt or extended without permission',
  }),
  organisational('7.1(18)②', 'must', CITY, 'hardwarePermission', {
    ja: '端末の改造等が業務に必要なときは、所定の許可を得る',
    en: 'Rebuilding or extending a terminal for work needs permission',
  }),
  organisational('7.1(19)①', 'must', CITY, 'terminalNetwork', {
    ja: '端末を、定められたもの以外のネットワークにつながない',
    en: 'Terminals are connected to the network meant for them only',
  }),
  organisational('7.1(19)②', 'should', CITY, 'terminalNetwork', {
    ja: '支給した端末は、OSの設定等で他のネットワークにつながらないようにすることが望まれる',
    en: 'Terminals had better be set so that they cannot join other networks',
  }),
  organisational('7.1(20)①', 'must', CITY, 'webConduct', {
    ja: '業務以外の目的でウェブを見ない',
    en: 'The web is read for work only',
  }),
  organisational('7.1(20)②', 'must', CITY, 'webConduct', {
    ja: '業務と関係のない閲覧を見付けたときは、情報セキュリティ管理者に適切な措置を求める',
    en: 'Reading that has nothing to do with work is reported to the section security manager',
  }),
  organisational('7.1(21)①', 'must', CITY, 'webMeeting', {
    ja: 'Web会議では、参加者と扱う情報に応じた対策を行う',
    en: 'Web meetings are secured by who takes part and what is discussed',
  }),
  organisational('7.1(21)②', 'must', CITY, 'webMeeting', {
    ja: 'Web会議の主催者は、無関係の者の参加を防ぐ',
    en: 'Hosts keep strangers out of web meetings',
  }),
];
