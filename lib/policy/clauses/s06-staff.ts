import { CITY, CITY_AND_CONTRACTORS, CITY_AND_PROVIDER } from './bearers';
import { type Clause, organisational, partly } from './clause-row';

/** 6: staff, training, incidents, ids and passwords. */
export const STAFF: readonly Clause[] = [
  organisational('6.1(1)①', 'must', CITY, 'staffConduct', {
    ja: '職員等はポリシーと実施手順を守り、不明な点や守れない点は管理者に相談する',
    en: 'Staff keep the policy and procedures, and ask where they do not know or cannot',
  }),
  organisational('6.1(1)②', 'must', CITY, 'staffConduct', {
    ja: '情報資産の持ち出し、システム、電子メール及びインターネットの利用は、業務に限る',
    en: 'Assets, systems, mail and the Internet are used for work only',
  }),
  organisational('6.1(1)③(ア)', 'must', CITY, 'remoteWork', {
    ja: 'CISOは、機密性2以上等の情報資産を庁外で扱うときの安全管理措置を定める',
    en: 'The CISO lays down how sensitive assets are kept safe when handled outside',
  }),
  organisational('6.1(1)③(イ)', 'must', CITY, 'permission', {
    ja: '端末、媒体、情報資産及びソフトウェアの持ち出しには、情報セキュリティ管理者の許可を要する',
    en: "Taking devices, media, assets or software outside needs the section security manager's permission",
  }),
  organisational('6.1(1)③(ウ)', 'must', CITY, 'permission', {
    ja: '庁外での情報処理には、情報セキュリティ管理者の許可を要する',
    en: "Processing information outside needs the section security manager's permission",
  }),
  organisational('6.1(1)③(エ)', 'must', CITY, 'remoteWork', {
    ja: '庁外での情報処理は、許可の上、定められた安全管理措置に従って行う',
    en: 'Processing outside follows the safety measures that were laid down',
  }),
  organisational('6.1(1)④(ア)', 'must', CITY, 'privateDevices', {
    ja: '支給されていない端末や媒体は、許可のない限り業務に使わない',
    en: 'Devices and media that the city did not issue are not used for work without permission',
  }),
  organisational('6.1(1)④(イ)', 'must', CITY, 'privateDevices', {
    ja: '支給外の端末等を使うときは許可を得て、庁外では安全管理措置に従う',
    en: 'Where private devices are used, it is permitted, and outside the safety measures are followed',
  }),
  organisational('6.1(1)⑤', 'must', CITY, 'deviceRecords', {
    ja: 'MDM等のない端末の持ち出しと、持ち込んだ端末の接続は、記録して保管する',
    en: 'Taking out unmanaged devices, and connecting ones brought in, is recorded',
  }),
  organisational('6.1(1)⑥', 'must', CITY, 'terminal', {
    ja: '端末のセキュリティ設定は、許可なく変更しない',
    en: 'Security settings of terminals are not changed without permission',
  }),
  organisational('6.1(1)⑦', 'must', CITY, 'desk', {
    ja: '離席時の画面ロックや文書の保管等により、第三者の使用や閲覧を防ぐ',
    en: 'Screens are locked and papers put away, so that nobody else uses or reads them',
  }),
  organisational('6.1(1)⑧', 'must', CITY, 'leaving', {
    ja: '異動や退職の際に情報資産を返し、知り得た情報を漏らさない',
    en: 'Whoever moves or leaves gives assets back and keeps what was learnt secret',
  }),
  organisational('6.1(1)⑨', 'must', CITY, 'staffConduct', {
    ja: 'クラウドの利用では、ポリシーと市のクラウド利用の基本方針を守る',
    en: "The policy and the city's guideline on cloud services are kept when clouds are used",
  }),
  organisational('6.1(2)①', 'must', CITY, 'temporaryStaff', {
    ja: '非常勤職員等には、守るべき内容を採用時に理解させ、守らせる',
    en: 'Part-time and temporary staff learn at hiring what they must keep, and keep it',
  }),
  organisational('6.1(2)②', 'should', CITY, 'temporaryStaff', {
    ja: '非常勤職員等の採用時には、必要に応じて同意書に署名を求める',
    en: 'Part-time and temporary staff sign an agreement as needed',
  }),
  organisational('6.1(2)③', 'must', CITY, 'temporaryStaff', {
    ja: '非常勤職員等に不要なインターネット接続や電子メールは、使えないようにする',
    en: 'Part-time and temporary staff have no Internet or mail where their work needs none',
  }),
  organisational('6.1(3)', 'must', CITY, 'procedures', {
    ja: 'ポリシーと実施手順を、職員等がいつでも見られるように掲示する',
    en: 'The policy and procedures are displayed where staff can always read them',
  }),
  organisational('6.1(4)', 'must', CITY_AND_CONTRACTORS, 'contract', {
    ja: '開発や保守の委託では、再委託先も含めて、守るべき内容と機密事項を説明する',
    en: 'Contractors and their subcontractors are told what they must keep and what is secret',
  }),
  organisational('6.2(1)①', 'must', CITY, 'training', {
    ja: '情報セキュリティの研修と訓練を定期に行う',
    en: 'Security training and exercises are held regularly',
  }),
  organisational('6.2(1)②', 'must', CITY_AND_CONTRACTORS, 'training', {
    ja: 'クラウドを利用する職員等を定期に研修し、委託先の研修の実施を確かめる',
    en: 'Staff who use clouds are trained regularly, and contractors are known to train theirs',
  }),
  organisational('6.2(2)①', 'must', CITY, 'training', {
    ja: '全ての職員等を対象とする研修計画を定期に立てる',
    en: 'A training plan for all staff is made regularly',
  }),
  organisational('6.2(2)②', 'must', CITY, 'training', {
    ja: '職員等が研修を受けられる計画とする',
    en: 'The plan lets staff attend',
  }),
  organisational('6.2(2)③', 'must', CITY, 'training', {
    ja: '新たに採用した職員等に研修を行う',
    en: 'New staff are trained',
  }),
  organisational('6.2(2)④', 'must', CITY, 'training', {
    ja: '研修の内容は、役割と理解度に合わせる',
    en: 'Training fits each role and what people know',
  }),
  organisational('6.2(3)', 'must', CITY, 'drill', {
    ja: '緊急時を想定した訓練を定期に行い、規模に応じて効果が上がるように計画する',
    en: 'Drills for emergencies are held regularly, planned by the size of networks and systems',
  }),
  organisational('6.2(4)', 'must', CITY, 'training', {
    ja: '職員等は、定められた研修と訓練に参加する',
    en: 'Staff take part in training and drills',
  }),
  organisational('6.3(1)①', 'must', CITY, 'incidentReport', {
    ja: 'インシデントを知った職員等は、クラウドのものも含め、直ちに情報セキュリティ管理者へ報告する',
    en: 'Staff report incidents, those in clouds too, to the section security manager at once',
  }),
  organisational('6.3(1)②', 'must', CITY, 'incidentReport', {
    ja: '管理者は、受けた報告をCSIRT、情報システム管理者及び統括情報セキュリティ責任者へ速やかに伝える',
    en: 'The manager passes the report on to the general security officer, the system manager and the CSIRT',
  }),
  organisational('6.3(1)③', 'should', CITY, 'incidentReport', {
    ja: 'インシデントは、必要に応じてCISOと情報セキュリティ責任者にも報告する',
    en: "Incidents are reported to the CISO and the department's officer as needed",
  }),
  organisational('6.3(2)①', 'must', CITY, 'incidentReport', {
    ja: '住民等から寄せられたインシデントの情報も、情報セキュリティ管理者へ報告する',
    en: 'What residents or others report is passed on to the section security manager',
  }),
  organisational('6.3(2)②', 'must', CITY, 'incidentReport', {
    ja: '外部からの報告を受けた管理者は、統括情報セキュリティ責任者と情報システム管理者へ速やかに伝える',
    en: 'The manager passes outside reports on to the general security officer and the system manager at once',
  }),
  organisational('6.3(2)③', 'should', CITY, 'incidentReport', {
    ja: '外部から報告されたインシデントは、必要に応じてCISO等にも報告する',
    en: "Incidents reported from outside go to the CISO and the department's officer as needed",
  }),
  organisational('6.3(2)④', 'must', CITY_AND_PROVIDER, 'providerContract', {
    ja: 'クラウド事業者が検知したインシデントの報告と追跡の仕組みを、契約等で定める',
    en: 'How the cloud provider reports incidents and how they are followed is settled by contract',
  }),
  organisational('6.3(3)①', 'must', CITY, 'incidentCause', {
    ja: 'インシデントの原因を究明して記録し、再発防止策を検討する',
    en: 'Causes of incidents are found and recorded, and repetition is prevented',
  }),
  organisational('6.3(3)②', 'must', CITY, 'incidentCause', {
    ja: '報告を受けたCISOは、再発防止策の実施に要る措置を指示する',
    en: 'The CISO orders what is needed against repetition',
  }),
  organisational('6.4(1)①', 'must', CITY, 'icCard', {
    ja: '職員等は、ICカード等の取扱いの決まりを守る',
    en: 'Staff keep the rules on their cards',
  }),
  organisational('6.4(1)①(ア)', 'must', CITY, 'icCard', {
    ja: '認証用のICカード等を共有しない',
    en: 'Cards for authentication are not shared',
  }),
  organisational('6.4(1)①(イ)', 'must', CITY, 'icCard', {
    ja: '使わないときは、ICカード等を端末から抜いておく',
    en: 'Cards are taken out of terminals when not needed',
  }),
  organisational('6.4(1)①(ウ)', 'must', CITY, 'icCard', {
    ja: 'ICカード等をなくしたときは直ちに通報し、指示に従う',
    en: 'Lost cards are reported at once, and instructions followed',
  }),
  organisational('6.4(1)②', 'must', CITY, 'icCard', {
    ja: '紛失の通報を受けたら、そのICカード等によるアクセスを直ちに止める',
    en: 'Access by a lost card is stopped at once',
  }),
  organisational('6.4(1)③', 'must', CITY, 'icCard', {
    ja: 'ICカード等の切替えでは旧カードを回収し、復元できないようにして廃棄する',
    en: 'Old cards are collected and destroyed beyond recovery',
  }),
  partly('6.4(2)', 'must', CITY_AND_CONTRACTORS, {
    ja: 'IDは本人だけが使い、共用IDは定められた者だけが使う',
    en: 'An id is used by its owner only, a shared id by its users only',
    reason: {
      ja: 'クラウドのIDの種類は確かめられるが、誰が使っているかは現れない。',
      en: 'The kinds of ids in the cloud can be checked; who uses them does not appear.',
    },
    evidence: { ja: 'IDの台帳と、共用IDの利用者の一覧', en: 'The register of ids, and who uses shared ones' },
  }),
  partly('6.4(2)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '自分のIDを他人に使わせない',
    en: 'Nobody lets others use their id',
    reason: {
      ja: '個人に結び付かない長期の認証情報は確かめられるが、貸し借りは現れない。',
      en: 'Long-lived credentials that belong to no person can be checked; lending does not appear.',
    },
    evidence: { ja: 'IDの貸与の禁止を周知した記録', en: 'Records that staff were told not to lend ids' },
  }),
  organisational('6.4(2)②', 'must', CITY_AND_CONTRACTORS, 'sharedId', {
    ja: '共用IDは、その利用者以外に使わせない',
    en: 'A shared id is not used by anybody but its users',
  }),
  partly('6.4(3)', 'must', CITY_AND_CONTRACTORS, {
    ja: 'パスワードを秘密にし、推測されにくいものとして、使い回さない',
    en: 'Passwords are secret, hard to guess and used in one place only',
    reason: {
      ja: 'アプリが定めるパスワードの条件は確かめられるが、職員等の扱いは現れない。',
      en: 'Password rules that the app sets can be checked; how staff treat passwords does not appear.',
    },
    evidence: {
      ja: 'パスワードの取扱いを周知した記録',
      en: 'Records that staff were told how to treat passwords',
    },
  }),
  organisational('6.4(3)①', 'must', CITY_AND_CONTRACTORS, 'passwordConduct', {
    ja: 'パスワードを他者に知られないように管理する',
    en: 'Passwords are kept from others',
  }),
  organisational('6.4(3)②', 'must', CITY_AND_CONTRACTORS, 'passwordConduct', {
    ja: 'パスワードの問合せには答えない',
    en: 'Nobody answers questions about passwords',
  }),
  partly('6.4(3)③', 'must', CITY_AND_CONTRACTORS, {
    ja: 'パスワードは十分に長く、推測されにくいものとする',
    en: 'Passwords are long enough and hard to guess',
    reason: {
      ja: 'アプリが定めるパスワードの条件は確かめられるが、他のシステムの条件は現れない。',
      en: 'Password rules that the app sets can be checked; those of other systems do not appear.',
    },
    evidence: { ja: '他のシステムのパスワードの条件', en: 'Password rules of other systems' },
  }),
  organisational('6.4(3)④', 'must', CITY_AND_CONTRACTORS, 'passwordConduct', {
    ja: 'パスワードの流出が疑われるときは、報告して直ちに変更する',
    en: 'A password that may have leaked is reported and changed at once',
  }),
  organisational('6.4(3)⑤', 'must', CITY_AND_CONTRACTORS, 'passwordConduct', {
    ja: 'システムごとに異なるパスワードを使う',
    en: 'Each system has a password of its own',
  }),
  organisational('6.4(3)⑥', 'must', CITY, 'passwordConduct', {
    ja: '端末にパスワードを記憶させない',
    en: 'Terminals do not store passwords',
  }),
  organisational('6.4(3)⑦', 'must', CITY_AND_CONTRACTORS, 'passwordConduct', {
    ja: '共用IDのものを除き、パスワードを共有しない',
    en: 'Passwords are not shared, but for those of shared ids',
  }),
];
