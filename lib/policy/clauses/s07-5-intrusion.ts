import { CITY, CITY_AGENCY_AND_CONTRACTORS, CITY_AND_CONTRACTORS, CITY_AND_PROVIDER } from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 7.5 and 7.6: unauthorised access and security news. */
export const INTRUSION: readonly Clause[] = [
  partly('7.5(1)', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '不正アクセスに対し、統括情報セキュリティ責任者として定められた措置をとる',
    en: 'The general security officer takes measures against unauthorised access',
    reason: {
      ja: 'クラウドの設定は確かめられるが、庁内の機器と体制は現れない。',
      en: 'Settings in the cloud can be checked; devices on the premises and people do not appear.',
    },
    evidence: {
      ja: '庁内の機器の不正アクセス対策と、その体制',
      en: 'Measures at devices on the premises, and who takes them',
    },
  }),
  partly('7.5(1)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '使わないポートを閉じる',
    en: 'Ports that are not used are closed',
    reason: {
      ja: 'アプリの中で開いたポートと使い道は照合できるが、OSの中で待ち受けるポートは現れない。',
      en: 'Open ports can be held against their use inside the app; what listens in an operating system does not appear.',
    },
    evidence: {
      ja: 'OSで開いているポートの点検の記録',
      en: 'Records of checks of ports that are open in operating systems',
    },
  }),
  partly('7.5(1)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '要らないサービスの機能を除き、又は止める',
    en: 'Services that are not needed are removed or stopped',
    reason: {
      ja: 'クラウドの公開機能の有無は確かめられるが、OSの中のサービスは現れない。',
      en: 'Public functions of the cloud can be checked; services inside operating systems do not appear.',
    },
    evidence: {
      ja: 'OSで動くサービスの点検の記録',
      en: 'Records of checks of services that run in operating systems',
    },
  }),
  partly('7.5(1)③', 'must', CITY_AND_CONTRACTORS, {
    ja: 'ウェブページの書換えを検出し、責任者と管理者に通報する',
    en: 'Changes to web pages are detected and reported',
    reason: {
      ja: '版の管理と変更の通知は確かめられるが、外の仕組みでの改ざん検知は現れない。',
      en: 'Versions and notices of change can be checked; detection by other means does not appear.',
    },
    evidence: { ja: '改ざん検知の仕組みと、通報先', en: 'How tampering is detected, and who is told' },
  }),
  partly('7.5(1)④', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '重要な設定のファイル等を、改ざんされていないか定期に検査する',
    en: 'Important configuration is checked regularly for tampering',
    reason: {
      ja: 'クラウドの構成の記録は確かめられるが、OSの中のファイルは現れない。',
      en: "The record of the cloud's configuration can be checked; files inside operating systems do not appear.",
    },
    evidence: { ja: '設定ファイルの検査の記録', en: 'Records of checks of configuration files' },
  }),
  organisational('7.5(1)⑤', 'must', CITY, 'contacts', {
    ja: 'CSIRTと連携し、監視から外部との連絡までを担う体制と連絡網を整える',
    en: 'With the CSIRT, people and contacts stand ready for watching, notices and outside enquiries',
  }),
  organisational('7.5(1)⑥', 'must', CITY_AND_PROVIDER, 'providerFunctions', {
    ja: '市の方針に沿ったアクセス制御ができることを、利用前にクラウド事業者に確かめる',
    en: "Before use the provider confirms that access control can follow the city's guideline",
  }),
  enforced('7.5(1)⑦', 'must', CITY_AND_CONTRACTORS, {
    ja: 'クラウドの管理権限を委託事業者等に与えるときは、多要素認証を求める',
    en: 'Contractors with administrative rights in a cloud log in with several factors',
    reason: {
      ja: '信頼ポリシーの条件を確かめる。連携された認証基盤でのログインは要証跡となる。',
      en: 'Conditions of trust policies are checked; log-ins by a federated identity provider need evidence.',
    },
    evidence: {
      ja: '連携する認証基盤の多要素認証の設定',
      en: 'Settings of multi-factor authentication at the federated identity provider',
    },
  }),
  organisational('7.5(1)⑧', 'must', CITY_AND_PROVIDER, 'providerFunctions', {
    ja: '認証情報を事業者が割り当てるときは、その管理が市の方針に合うことを確かめる',
    en: "Where the provider hands out credentials, its way of doing so is known to meet the city's guideline",
  }),
  organisational('7.5(2)', 'must', CITY_AND_CONTRACTORS, 'incident', {
    ja: '攻撃やそのリスクがあるときは、システムの停止も含めて対処し、関係機関から情報を得る',
    en: 'Attacks, and the risk of them, are dealt with, if need be by stopping systems, in contact with other bodies',
  }),
  organisational('7.5(3)', 'must', CITY, 'police', {
    ja: '犯罪の可能性がある攻撃では、記録を残し、警察等と連携する',
    en: 'Where an attack may be a crime its records are kept, and the police are worked with',
  }),
  enforced('7.5(4)', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '庁内の端末から庁内のサーバや外部への攻撃を監視する',
    en: 'Attacks by terminals inside, on servers or on the outside, are watched for',
    reason: {
      ja: 'クラウドの通信とDNSの記録を確かめる。庁内の端末の監視は要証跡となる。',
      en: 'Flow and DNS logs in the cloud are checked; watching terminals on the premises needs evidence.',
    },
    evidence: { ja: '庁内の端末の監視の状況', en: 'How terminals on the premises are watched' },
  }),
  organisational('7.5(5)', 'must', CITY, 'discipline', {
    ja: '職員等の不正アクセスを見付けたときは、所属の情報セキュリティ管理者に処置を求める',
    en: 'Unauthorised access by staff is reported to their section security manager',
  }),
  enforced('7.5(6)', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '外部からアクセスできるシステムは、サービス不能攻撃を受けても使えるようにする',
    en: 'Systems open to the outside stay available under denial of service',
  }),
  enforced('7.5(7)', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '標的型攻撃に対し、教育と、入口、内部及び出口での対策を行う',
    en: 'Targeted attacks are met by training, and by measures at the entrance, inside and at the exit',
    reason: {
      ja: '通信の制限と検知を確かめる。教育は市が行う。',
      en: "Limits on traffic and detection are checked; training is the city's.",
    },
    evidence: { ja: '標的型攻撃に備えた教育の記録', en: 'Records of training against targeted attacks' },
  }),
  partly('7.6(1)①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'セキュリティホールの情報を集めて共有し、緊急度に応じて更新等を行う',
    en: 'News on security holes is collected and shared, and updates follow by urgency',
    reason: {
      ja: '脆弱性の検査と更新の設定は確かめられるが、情報の収集と更新の実施は現れない。',
      en: 'Scans and patching can be checked; collecting news and the updates themselves do not appear.',
    },
    evidence: {
      ja: '脆弱性情報の収集と、更新の実施の記録',
      en: 'Records of news on vulnerabilities, and of updates',
    },
  }),
  organisational('7.6(1)②', 'must', CITY_AND_PROVIDER, 'providerFunctions', {
    ja: 'クラウドの脆弱性管理の内容を求め、市への影響を特定し、手順を事業者に確かめる',
    en: "The provider's handling of vulnerabilities is asked for, its effect on the city known and its procedure confirmed",
  }),
  organisational('7.6(2)', 'must', CITY, 'malwareNews', {
    ja: '不正プログラム等の情報を集め、必要に応じて対応方法を職員等に知らせる',
    en: 'News on malware is collected, and staff are told what to do as needed',
  }),
  organisational('7.6(3)', 'must', CITY, 'securityNews', {
    ja: '情報セキュリティの情報を集めて共有し、新たな脅威には速やかに備える',
    en: 'News on security is collected and shared, and new threats are prepared for at once',
  }),
];
