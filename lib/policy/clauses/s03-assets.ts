import { CITY, CITY_AND_CONTRACTORS, CITY_AND_VENDOR, CITY_PROVIDER_AND_VENDOR } from './bearers';
import { type Clause, enforced, organisational, partly, physical } from './clause-row';

/** 3: classification and handling of information assets. */
export const ASSETS: readonly Clause[] = [
  enforced('3(1)', 'must', CITY_AND_VENDOR, {
    ja: '情報資産を機密性、完全性及び可用性で分類し、分類に応じて取扱いを制限する',
    en: 'Information assets are classified by confidentiality, integrity and availability, and handled accordingly',
    reason: {
      ja: '宣言された分類に応じた設定を確かめる。分類そのものの当否は市が判断する。',
      en: 'Settings are held against the declared classification; whether that is the right one, the city judges.',
    },
    evidence: { ja: '情報資産の分類を定めた台帳', en: 'The register that classifies the information assets' },
  }),
  organisational('3(2)①(ア)', 'definition', CITY, 'assetOwner', {
    ja: '情報資産の管理責任は、所管する情報セキュリティ管理者が負う',
    en: 'The section security manager in charge answers for an information asset',
  }),
  organisational('3(2)①(イ)', 'must', CITY_AND_VENDOR, 'assetHandling', {
    ja: '複製し、又は伝送した情報資産も、元と同じ分類基準で管理する',
    en: 'Copies of information, and what was sent, are classified and managed like the original',
  }),
  partly('3(2)①(ウ)', 'must', CITY_PROVIDER_AND_VENDOR, {
    ja: 'クラウド上の情報資産も分類に従って管理し、更改時の移行と全複製の削除の条件を利用前に確かめる',
    en: 'Assets in the cloud are classified and managed as well; how they are moved and all copies deleted at the end is settled before use',
    reason: {
      ja: '複製やスナップショットの保持と削除の設定は確かめられるが、事業者の側の削除の条件は文書による。',
      en: "Retention and deletion of copies and snapshots can be checked; the provider's terms of deletion are on paper.",
    },
    evidence: {
      ja: '情報資産のライフサイクルの定めと、利用終了時の移行及び削除についての事業者の文書',
      en: "The rules for the life of the assets, and the provider's documents on moving and deleting them at the end",
    },
  }),
  enforced('3(2)②', 'must', CITY_AND_VENDOR, {
    ja: '情報資産とその置き場所に分類を表示し、必要に応じて取扱制限も示す',
    en: 'Information assets and where they lie show their classification, and limits on handling as needed',
    reason: {
      ja: 'データを置くリソースのタグを確かめる。ファイルや文書そのものの表示は職員等による。',
      en: 'Tags of the resources that hold data are checked; what files and papers show is up to the staff.',
    },
    evidence: {
      ja: 'ファイル、文書及び媒体の分類表示の状況',
      en: 'How files, papers and media show their classification',
    },
  }),
  organisational('3(2)③(ア)', 'must', CITY, 'assetHandling', {
    ja: '業務に要らない情報は作成しない',
    en: 'No information is made that the work does not need',
  }),
  organisational('3(2)③(イ)', 'must', CITY, 'assetHandling', {
    ja: '情報を作成するときに、その分類と取扱制限を決める',
    en: 'Whoever makes information settles its classification and limits on handling at once',
  }),
  organisational('3(2)③(ウ)', 'must', CITY, 'assetHandling', {
    ja: '作成途中の情報も紛失や流出から守り、要らなくなれば消去する',
    en: 'Drafts are kept from loss and leaks too, and erased once they are not needed',
  }),
  organisational('3(2)③(エ)', 'must', CITY, 'assetHandling', {
    ja: '要らなくなった情報は、速やかに消去する',
    en: 'Information that is not needed any more is erased at once',
  }),
  organisational('3(2)④(ア)', 'must', CITY, 'assetHandling', {
    ja: '庁内で入手した情報資産は、入手元の分類に従って扱う',
    en: 'Assets from inside the city are handled by the classification of their source',
  }),
  organisational('3(2)④(イ)', 'must', CITY, 'assetHandling', {
    ja: '庁外で作られた情報資産を入手したときは、分類と取扱制限を決める',
    en: 'Assets made outside are given a classification and limits on handling when they arrive',
  }),
  organisational('3(2)④(ウ)', 'must', CITY, 'assetHandling', {
    ja: '入手した情報資産の分類が分からないときは、情報セキュリティ管理者の判断を求める',
    en: 'Where the classification of an asset is not known, the section security manager decides',
  }),
  organisational('3(2)⑤(ア)', 'must', CITY, 'assetHandling', {
    ja: '情報資産を業務以外に利用しない',
    en: 'Information assets are used for work only',
  }),
  organisational('3(2)⑤(イ)', 'must', CITY, 'assetHandling', {
    ja: '情報資産は、分類に応じた方法で扱う',
    en: 'Information assets are handled as their classification demands',
  }),
  organisational('3(2)⑤(ウ)', 'must', CITY, 'assetHandling', {
    ja: '分類の異なる情報が同じ媒体にあるときは、最も高い分類で扱う',
    en: 'A medium that holds several classifications is handled by the highest',
  }),
  organisational('3(2)⑥(ア)', 'must', CITY_AND_VENDOR, 'assetHandling', {
    ja: '情報資産は、分類に応じた方法で保管する',
    en: 'Information assets are stored as their classification demands',
  }),
  enforced('3(2)⑥(イ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '長期に保管する媒体は、書換えのできない状態にする',
    en: 'Media that are kept for long cannot be written to',
    reason: {
      ja: 'クラウド上の保管先を確かめる。庁内のテープ等の媒体は市が管理する。',
      en: "Storage in the cloud is checked; tapes and other media on the premises are the city's to manage.",
    },
    evidence: { ja: '庁内の媒体の書込禁止の状況', en: 'How media on the premises are write-protected' },
  }),
  partly('3(2)⑥(ウ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '長期に保管するバックアップ等の媒体は、自然災害の及びにくい地域に置く',
    en: 'Backups and other media that are kept for long lie where natural disasters are unlikely to reach',
    reason: {
      ja: '他の国内リージョンへの複製は確かめられるが、アプリの外にある複製や庁内の媒体は現れない。',
      en: 'Copies to another domestic region can be checked; copies made outside of the app and media on the premises do not appear.',
    },
    evidence: {
      ja: 'バックアップの保管先の一覧と、アプリの外で行う複製の設定',
      en: 'A list of where backups lie, and the settings of copies made outside of the app',
    },
  }),
  physical('3(2)⑥(エ)', 'must', CITY, 'storageRoom', {
    ja: '機密性2以上等の情報を記録した媒体は、火、熱、水及び湿気に耐え、施錠できる場所に保管する',
    en: 'Media with sensitive information lie in a locked place that stands fire, heat, water and damp',
  }),
  partly('3(2)⑦', 'must', CITY_AND_VENDOR, {
    ja: '機密性2以上の情報の送信には許可を要し、必要に応じて暗号化等を行う',
    en: 'Sending information of confidentiality 2 or more needs permission, and encryption or a password as needed',
    reason: {
      ja: '保管先やメッセージの経路の暗号化は確かめられるが、送信の許可と電子メールの扱いは現れない。',
      en: 'Encryption of stores and of message paths can be checked; permissions to send, and mail, do not appear.',
    },
    evidence: {
      ja: '送信の許可の記録と、暗号化等の方法',
      en: 'Records of permissions to send, and how what is sent is encrypted',
    },
  }),
  physical('3(2)⑧(ア)', 'must', CITY, 'transport', {
    ja: '機密性2以上の情報資産の運搬では、施錠できる容器や暗号化等で不正な利用を防ぐ',
    en: 'Assets of confidentiality 2 or more are carried so that nobody can misuse them: locked cases, encryption',
  }),
  organisational('3(2)⑧(イ)', 'must', CITY, 'permission', {
    ja: '機密性2以上の情報資産の運搬には、情報セキュリティ管理者の許可を要する',
    en: "Carrying assets of confidentiality 2 or more needs the section security manager's permission",
  }),
  partly('3(2)⑨', 'must', CITY_AND_VENDOR, {
    ja: '情報資産を外部へ提供し、又は公表するときは、許可を得て、守るべきものを守る',
    en: 'What is provided or published is permitted, encrypted as needed and kept intact',
    reason: {
      ja: '公開や共有の設定は確かめられるが、提供の許可は市の決裁による。',
      en: "Settings of publication and sharing can be checked; permission to provide is the city's decision.",
    },
    evidence: { ja: '提供と公表の許可の記録', en: 'Records of permissions to provide and to publish' },
  }),
  partly('3(2)⑨(ア)', 'should', CITY_AND_VENDOR, {
    ja: '機密性2以上の情報資産を外部へ提供するときは、必要に応じて暗号化等を行う',
    en: 'What is provided to others is encrypted or given a password as needed',
    reason: {
      ja: 'アプリの中の共有先と経路の暗号化は確かめられるが、ほかの手段による提供は現れない。',
      en: 'Sharing and encryption of paths inside the app can be checked; other ways of providing do not appear.',
    },
    evidence: {
      ja: 'アプリの外で提供した情報資産と、その暗号化等の方法',
      en: 'What is provided outside of the app, and how it is encrypted',
    },
  }),
  partly('3(2)⑨(イ)', 'must', CITY, {
    ja: '機密性2以上の情報資産の外部への提供には、情報セキュリティ管理者の許可を要する',
    en: "Providing assets of confidentiality 2 or more to others needs the section security manager's permission",
    reason: {
      ja: '外部との共有の設定は見付けられるが、許可は市の決裁による。',
      en: "Shares with the outside can be found; the permission is the city's decision.",
    },
    evidence: { ja: '提供の許可の記録', en: 'Records of permissions to provide' },
  }),
  partly('3(2)⑨(ウ)', 'must', CITY_AND_VENDOR, {
    ja: '住民に公開する情報資産は、改ざんされない状態に保つ',
    en: 'What is published to residents is kept intact',
    reason: {
      ja: '公開する保管先への書込みの制限は確かめられるが、内容の正しさは現れない。',
      en: 'Limits on writing to published stores can be checked; that the content is right does not appear.',
    },
    evidence: { ja: '公開する内容の確認の記録', en: 'Records of checks of what is published' },
  }),
  physical('3(2)⑩(ア)', 'must', CITY, 'disposal', {
    ja: '機密性2以上の情報を記録した媒体は、復元できないようにしてから廃棄する',
    en: 'Media with information of confidentiality 2 or more are made unreadable before they are thrown away',
  }),
  organisational('3(2)⑩(イ)', 'must', CITY_AND_VENDOR, 'disposalRecords', {
    ja: '廃棄の日時、担当者及び内容を記録し、処理業者にマニフェストの提出を求める',
    en: 'Disposal is recorded with date, person and what was done, and the disposer hands in its manifest',
  }),
  organisational('3(2)⑩(ウ)', 'must', CITY, 'permission', {
    ja: '情報資産の廃棄には、情報セキュリティ管理者の許可を要する',
    en: "Disposing of information assets needs the section security manager's permission",
  }),
  partly('3(2)⑩(エ)', 'must', CITY_PROVIDER_AND_VENDOR, {
    ja: 'クラウドの利用終了時期を把握し、情報資産が移行され、残らず削除されるよう管理する',
    en: 'When the use of a cloud service ends is known, and its assets are moved and deleted',
    reason: {
      ja: '削除の設定と残る複製は確かめられるが、利用終了時の実際の移行と削除は現れない。',
      en: 'Settings of deletion and the copies that remain can be checked; the actual move and deletion do not appear.',
    },
    evidence: {
      ja: '利用終了の計画と、移行及び削除の完了の記録',
      en: 'The plan for the end of use, and records that assets were moved and deleted',
    },
  }),
];
