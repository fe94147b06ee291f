import { CITY, CITY_AND_CONTRACTORS, CITY_AND_VENDOR } from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 7.3: development, introduction and maintenance. */
export const DEVELOPMENT: readonly Clause[] = [
  organisational('7.3(1)①', 'must', CITY, 'procurement', {
    ja: '調達仕様書に、必要な技術的セキュリティ機能を書く',
    en: 'Specifications for procurement name the security functions needed',
  }),
  organisational('7.3(1)②', 'must', CITY, 'procurement', {
    ja: '機器とソフトウェアの調達では、セキュリティ機能を調べて問題のないことを確かめる',
    en: 'The security functions of products are examined before they are bought',
  }),
  organisational('7.3(2)①', 'must', CITY_AND_VENDOR, 'developers', {
    ja: 'システム開発の責任者と作業者を明らかにする',
    en: 'Who leads and who works on development is known',
  }),
  partly('7.3(2)②(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: '開発用のIDを管理し、開発が終わったら削除する',
    en: 'Ids for development are managed, and deleted when it is done',
    reason: {
      ja: '運用環境が信頼する開発用の主体は確かめられるが、開発の完了は現れない。',
      en: 'Development principals that production trusts can be found; that development is done does not appear.',
    },
    evidence: {
      ja: '開発用IDの一覧と、削除の記録',
      en: 'A list of ids for development, and records of their deletion',
    },
  }),
  organisational('7.3(2)②(イ)', 'must', CITY_AND_VENDOR, 'developers', {
    ja: '開発の責任者と作業者のアクセス権限を設定する',
    en: 'Developers have set access rights',
  }),
  organisational('7.3(2)③(ア)', 'must', CITY_AND_VENDOR, 'developmentTools', {
    ja: '開発に使うハードウェアとソフトウェアを明らかにする',
    en: 'The hardware and software used for development are known',
  }),
  partly('7.3(2)③(イ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '利用を認めていないソフトウェアは、システムから削除する',
    en: 'Software that was not approved is removed',
    reason: {
      ja: 'コンテナイメージの取得元等は確かめられるが、開発端末に入れたソフトウェアは現れない。',
      en: "Where images come from can be checked; what is installed on developers' terminals does not appear.",
    },
    evidence: {
      ja: '認めたソフトウェアの一覧と、点検の記録',
      en: 'A list of approved software, and records of checks',
    },
  }),
  enforced('7.3(3)①(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: '開発、保守及びテストの環境を、運用環境から分ける',
    en: 'Development, maintenance and test environments are apart from production',
  }),
  organisational('7.3(3)①(イ)', 'must', CITY_AND_VENDOR, 'migration', {
    ja: '開発環境から運用環境への移行の手順を、計画時に明らかにする',
    en: 'How to move from development to production is settled when planning',
  }),
  organisational('7.3(3)①(ウ)', 'must', CITY_AND_CONTRACTORS, 'migration', {
    ja: '移行では情報資産を確実に残し、停止等の影響を最小限にする',
    en: 'Assets survive a migration, and outages are kept small',
  }),
  enforced('7.3(3)①(エ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '導入するシステムやサービスの可用性を確かめてから導入する',
    en: 'Systems and services are known to be available enough before they are introduced',
  }),
  organisational('7.3(3)②(ア)', 'must', CITY_AND_VENDOR, 'tests', {
    ja: '新しいシステムは、十分に試験してから既存のシステムにつなぐ',
    en: 'New systems are tested well before they are connected to running ones',
  }),
  organisational('7.3(3)②(イ)', 'must', CITY_AND_VENDOR, 'tests', {
    ja: '運用テストの前に、擬似環境で操作を確かめる',
    en: 'Operation is tried in a mock environment first',
  }),
  enforced('7.3(3)②(ウ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '個人情報や機密性の高い生データを、テストに使わない',
    en: 'Raw personal or confidential data are not used for tests',
    reason: {
      ja: '運用環境のスナップショット等の復元を確かめる。ほかの方法で持ち込んだデータは要証跡となる。',
      en: 'Restores of production snapshots are checked; data brought in by other ways need evidence.',
    },
    evidence: { ja: 'テストデータの作り方の記録', en: 'Records of how test data were made' },
  }),
  organisational('7.3(3)②(エ)', 'must', CITY_AND_VENDOR, 'tests', {
    ja: '受入れテストは、開発した側と導入する側が別々に行う',
    en: 'Developer and receiver run acceptance tests independently',
  }),
  organisational('7.3(4)①', 'must', CITY_AND_VENDOR, 'developmentRecords', {
    ja: '開発と保守の資料及び文書を整え、保管する',
    en: 'Papers on development and maintenance are kept in order',
  }),
  organisational('7.3(4)②', 'must', CITY_AND_VENDOR, 'developmentRecords', {
    ja: 'テストの結果を一定期間残す',
    en: 'Test results are kept for a set period',
  }),
  organisational('7.3(4)③', 'must', CITY_AND_VENDOR, 'developmentRecords', {
    ja: 'ソースコードを適切に保管する',
    en: 'Source code is stored properly',
  }),
  organisational('7.3(5)①', 'must', CITY_AND_VENDOR, 'programDesign', {
    ja: '入力されるデータの範囲と妥当性を検査し、不正な文字列を除くように設計する',
    en: 'Programs check the range and soundness of input, and remove illegal strings',
  }),
  organisational('7.3(5)②', 'must', CITY_AND_VENDOR, 'programDesign', {
    ja: '情報の改ざんや漏えいを検出する機能を設計に組み込む',
    en: 'Programs detect alteration and leaks',
  }),
  organisational('7.3(5)③', 'must', CITY_AND_VENDOR, 'programDesign', {
    ja: '処理の結果が正しく出力されるように設計する',
    en: 'Programs put out correctly what they worked out',
  }),
  organisational('7.3(6)', 'must', CITY_AND_VENDOR, 'changeHistory', {
    ja: 'システムを変更したときは、仕様書等の変更履歴を残す',
    en: 'Changes of a system are noted in the history of its specifications',
  }),
  organisational('7.3(7)', 'must', CITY_AND_VENDOR, 'developmentTools', {
    ja: '開発や保守に使うソフトウェアの更新では、他のシステムと整合することを確かめる',
    en: 'Updates of development tools are checked against other systems',
  }),
  organisational('7.3(8)', 'must', CITY_AND_CONTRACTORS, 'migration', {
    ja: 'システムの更新や統合では、リスク管理の体制、移行の基準及びその後の運営を検証する',
    en: 'Replacing or merging systems has risk management, criteria, and a review of operation afterwards',
  }),
];
