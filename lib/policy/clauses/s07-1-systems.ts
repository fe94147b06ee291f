import {
  CITY,
  CITY_AGENCY_AND_CONTRACTORS,
  CITY_AND_CONTRACTORS,
  CITY_AND_PROVIDER,
  CITY_PROVIDER_AND_CONTRACTORS,
  EVERYBODY,
} from './bearers';
import { type Clause, enforced, organisational, partly, physical } from './clause-row';

/** 7.1(1) to (13): computers and networks. */
export const SYSTEMS: readonly Clause[] = [
  organisational('7.1(1)①', 'must', CITY, 'capacityNotice', {
    ja: 'ファイルサーバ等の容量を定め、職員等に知らせる',
    en: 'The capacity of file servers is set and made known to staff',
  }),
  partly('7.1(1)②', 'must', CITY_AND_CONTRACTORS, {
    ja: 'ファイルサーバ等は課室等ごとに分け、他の課室等から見られないようにする',
    en: 'File servers are divided by section, so that other sections cannot see or use files',
    reason: {
      ja: 'クラウド上の保管先の権限は確かめられるが、フォルダの中の権限はOSの設定による。',
      en: 'Rights to stores in the cloud can be checked; rights within folders are set in the operating system.',
    },
    evidence: { ja: 'フォルダの権限の一覧', en: 'A list of the rights to folders' },
  }),
  partly('7.1(1)③', 'must', CITY_AND_CONTRACTORS, {
    ja: '特定の職員だけが扱うデータは別に置き、同じ課室等の者でも担当外には見せない',
    en: 'Data for particular staff lie apart, out of sight even of their own section',
    reason: {
      ja: '保管先とアクセスポイントの権限は確かめられるが、フォルダの中の権限はOSの設定による。',
      en: 'Rights to stores and access points can be checked; rights within folders are set in the operating system.',
    },
    evidence: {
      ja: '担当者に限ったデータと、その権限の一覧',
      en: 'A list of data that only some may handle, and of the rights to them',
    },
  }),
  enforced('7.1(2)①', 'should', CITY_AND_CONTRACTORS, {
    ja: '業務のデータベースやファイルの情報を、必要に応じて定期にバックアップする',
    en: 'Databases and files are backed up regularly, as needed',
  }),
  organisational('7.1(2)②', 'must', CITY_PROVIDER_AND_CONTRACTORS, 'providerFunctions', {
    ja: 'クラウドのバックアップ機能の仕様が市の要求を満たすことを確かめ、使わないときは自ら設ける',
    en: "The provider's backup functions are known to meet the city's needs; where they are not used, the city has its own",
  }),
  organisational('7.1(3)', 'must', CITY, 'exchange', {
    ja: '他団体と情報やソフトウェアを交換するときは、扱いを定めて許可を得る',
    en: 'Exchanging information or software with other bodies is settled beforehand and permitted',
  }),
  partly('7.1(4)①', 'must', CITY_AND_CONTRACTORS, {
    ja: 'システムの運用で行った作業を記録する',
    en: 'Work on running a system is recorded',
    reason: {
      ja: '操作の記録が残る設定は確かめられるが、作業記録の内容と作成は人の行為である。',
      en: 'That sessions are recorded can be checked; what people write down of their work cannot.',
    },
    evidence: { ja: '作業記録', en: 'Records of the work' },
  }),
  partly('7.1(4)②', 'must', CITY_AND_CONTRACTORS, {
    ja: 'システムを変更した作業の記録を作成し、盗み取りや書換えから守る',
    en: 'Changes are recorded, and the records protected from theft and alteration',
    reason: {
      ja: 'クラウドの操作の記録とその保護は確かめられるが、手作業の記録は現れない。',
      en: 'The trail of operations in the cloud and its protection can be checked; records kept by hand do not appear.',
    },
    evidence: { ja: '変更作業の記録と、その保管の方法', en: 'Records of changes, and how they are kept' },
  }),
  partly('7.1(4)③', 'must', CITY_AND_CONTRACTORS, {
    ja: 'システムの変更は2名以上で行い、互いに確かめる',
    en: 'Changes are made by two or more persons who check each other',
    reason: {
      ja: 'パイプラインの承認の段階は確かめられるが、誰が立ち会ったかは現れない。',
      en: 'Approval stages of pipelines can be checked; who was present does not appear.',
    },
    evidence: {
      ja: '変更作業の体制と、相互確認の記録',
      en: 'Who made changes, and records that they checked each other',
    },
  }),
  organisational('7.1(5)', 'must', CITY_AND_CONTRACTORS, 'documents', {
    ja: '構成図や仕様書を、業務上必要な者だけが見られるように管理し、なくさない',
    en: 'Diagrams and specifications are seen only by those who need them, and are not lost',
  }),
  enforced('7.1(6)①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'ログと必要な記録を取得し、定めた期間保存する',
    en: 'Logs and other needed records are taken and kept for a set period',
    reason: {
      ja: 'クラウドのリソースのログを確かめる。OSとアプリの内部のログは要証跡となる。',
      en: 'Logs of cloud resources are checked; those inside operating systems and programs need evidence.',
    },
    evidence: {
      ja: 'OSとアプリのログの取得と保存の設定',
      en: 'How logs of operating systems and programs are taken and kept',
    },
  }),
  enforced('7.1(6)②', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'ログ等を、盗まれ、書き換えられ、誤って消されることから守る',
    en: 'Logs are protected from theft, alteration and accidental deletion',
  }),
  partly('7.1(6)③', 'should', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '自動で出力したログ等は、必要に応じて別の媒体にバックアップする',
    en: 'Logs that systems write are backed up to other media as needed',
    reason: {
      ja: 'ログの複製の設定は確かめられるが、アプリの外への複製は現れない。',
      en: 'Replication of logs can be checked; copies outside of the app do not appear.',
    },
    evidence: { ja: 'ログの複製先の一覧', en: 'A list of where logs are copied to' },
  }),
  partly('7.1(6)④', 'must', EVERYBODY, {
    ja: 'ログを点検し、分析する機能を設け、不正の有無を調べ、事業者のログの保護も確かめる',
    en: "Logs can be reviewed and analysed and are, and the provider's protection of its logs is known",
    reason: {
      ja: '検知の条件と警報は確かめられるが、人による点検と事業者のログの保護は現れない。',
      en: "Filters and alarms can be checked; reviews by people and the provider's protection do not appear.",
    },
    evidence: {
      ja: 'ログの点検の記録と、事業者のログの保護を確認した記録',
      en: "Records of log reviews, and of the look into the provider's protection",
    },
  }),
  organisational('7.1(6)⑤', 'must', CITY_AND_PROVIDER, 'providerEvidence', {
    ja: '監査に要る事業者側のログが機能で得られないときの、提出を求める手続を決めておく',
    en: 'How to ask the provider for logs that an audit needs and no function gives is settled',
  }),
  organisational('7.1(7)', 'must', CITY_AND_CONTRACTORS, 'faultRecords', {
    ja: 'システム障害の報告と、処理の結果や問題を記録して保存する',
    en: 'Faults, what was done about them and what remains are recorded and kept',
  }),
  enforced('7.1(8)①', 'must', CITY_AND_CONTRACTORS, {
    ja: 'フィルタリングとルーティングの設定に食い違いがないようにする',
    en: 'Filtering and routing agree with each other',
    reason: {
      ja: 'アプリの中の設定を照合する。庁内のファイアウォールとルータの設定は要証跡となる。',
      en: 'Settings inside the app are compared; firewalls and routers on the premises need evidence.',
    },
    evidence: {
      ja: '庁内のファイアウォールとルータの設定',
      en: 'Settings of firewalls and routers on the premises',
    },
  }),
  enforced('7.1(8)②', 'must', CITY_AND_CONTRACTORS, {
    ja: 'ネットワークに適切なアクセス制御を行い、不正アクセスを防ぐ',
    en: 'Networks have fit access control against unauthorised access',
  }),
  enforced('7.1(9)', 'should', CITY_AND_CONTRACTORS, {
    ja: '外部の者が使うシステムは、必要に応じて他のネットワークやシステムから分ける',
    en: 'Systems that outsiders use are kept apart from other networks and systems as needed',
  }),
  enforced('7.1(10)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部ネットワークとの接続には、CISOと統括情報セキュリティ責任者の許可を要する',
    en: 'Connecting to an outside network needs permission of the CISO and the general security officer',
    reason: {
      ja: '接続ごとに承認番号があることを確かめる。許可そのものは市の決裁による。',
      en: "Each connection must carry an approval number; the permission itself is the city's decision.",
    },
    evidence: {
      ja: '承認番号に対応する許可の文書',
      en: 'The permission that the approval number stands for',
    },
  }),
  enforced('7.1(10)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '接続先のネットワークを詳しく調べ、市の情報資産に影響がないことを確かめる',
    en: "The outside network is examined, and known to do the city's assets no harm",
    reason: {
      ja: '接続ごとに承認番号があることを確かめる。調査の内容は文書による。',
      en: 'Each connection must carry an approval number; what was examined is on paper.',
    },
    evidence: {
      ja: '接続先の構成と技術の調査の記録',
      en: 'Records of the examination of the outside network',
    },
  }),
  organisational('7.1(10)③', 'must', CITY, 'damages', {
    ja: '接続先の瑕疵による損害の賠償責任を、契約で確保する',
    en: "By contract the outside network's manager is liable for damage from its defects",
  }),
  enforced('7.1(10)④', 'must', CITY_AND_CONTRACTORS, {
    ja: 'ウェブサーバ等の公開では、外部との境界にファイアウォール等を置く',
    en: 'Web servers are published behind a firewall at the border',
  }),
  organisational('7.1(10)⑤', 'must', CITY_AND_CONTRACTORS, 'disconnect', {
    ja: '接続先に問題があり情報資産が脅かされるときは、速やかに物理的に遮断する',
    en: 'An outside network that threatens assets is cut off physically at once',
  }),
  organisational('7.1(11)①', 'must', CITY, 'printers', {
    ja: '複合機の調達では、機能、設置環境及び扱う情報に応じたセキュリティ要件を定める',
    en: 'Requirements for multifunction printers follow their functions, place and the information they handle',
  }),
  organisational('7.1(11)②', 'must', CITY, 'printers', {
    ja: '運用中の複合機は、機能を適切に設定してインシデントを防ぐ',
    en: 'Printers in use are set so that incidents are prevented',
  }),
  physical('7.1(11)③', 'must', CITY, 'printers', {
    ja: '複合機の運用を終えるときは、内蔵する媒体の情報を残らず消し、又は再利用できなくする',
    en: 'When a printer is retired its storage is erased or made unusable',
  }),
  organisational('7.1(12)', 'must', CITY, 'devices', {
    ja: '特定用途機器に脅威が想定されるときは、その特性に応じた対策を行う',
    en: 'Special-purpose devices are protected by what threatens them',
  }),
  organisational('7.1(13)①', 'must', CITY, 'wireless', {
    ja: '無線LANを認めるときは、解読しにくい暗号化と認証等を義務づける',
    en: 'Wireless networks, where allowed, have strong encryption and authentication',
  }),
  enforced('7.1(13)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '機密性の高い情報を扱うネットワークは、暗号化等で盗聴を防ぐ',
    en: 'Networks for confidential information are encrypted against eavesdropping',
  }),
];
