import {
  CITY,
  CITY_AGENCY_AND_CONTRACTORS,
  CITY_AND_CONTRACTORS,
  CITY_AND_PROVIDER,
  CITY_AND_VENDOR,
} from './bearers';
import { type Clause, enforced, evidence, organisational, partly, physical } from './clause-row';

/** 5: rooms, machines, lines and terminals. */
export const PHYSICAL: readonly Clause[] = [
  physical('5.1(1)', 'must', CITY_AND_PROVIDER, 'machineRoom', {
    ja: '機器は、火災、水害、振動、温湿度等の影響の少ない場所に固定して設置する',
    en: 'Machines are fixed in a place where fire, water, dust, shaking, heat and damp do little harm',
  }),
  enforced('5.1(2)', 'must', CITY_AND_CONTRACTORS, {
    ja: '重要なサーバを冗長化し、障害時に速やかに切り替える',
    en: 'Important servers are redundant, and take over at once in a failure',
    reason: {
      ja: '冗長化の設定を確かめる。切替えに要する時間は試験で示す。',
      en: 'Redundancy is checked; how long a switch takes is shown by a trial.',
    },
    evidence: { ja: '切替えの試験の記録', en: 'Records of trials of the switch' },
  }),
  enforced('5.1(2)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '重要情報、セキュリティ及び住民サービスを担うサーバ等を冗長化し、同じデータを持たせる',
    en: 'Servers for important data, security and residents are redundant and hold the same data',
  }),
  partly('5.1(2)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '基幹サーバの障害時には速やかに切り替え、停止時間を最小にする',
    en: 'When a core server fails, another takes over at once, so that service stops as briefly as possible',
    reason: {
      ja: '自動で切り替わる構成は確かめられるが、実際の停止時間は現れない。',
      en: 'That the design switches by itself can be checked; how long service stops does not appear.',
    },
    evidence: {
      ja: '切替えの試験と、障害時の停止時間の記録',
      en: 'Records of trials of the switch and of actual outages',
    },
  }),
  physical('5.1(3)①', 'must', CITY_AND_PROVIDER, 'power', {
    ja: '停電に備え、機器が正常に停止するまで電力を供給できる予備電源を備える',
    en: 'Spare power lasts until machines have shut down in order',
  }),
  physical('5.1(3)②', 'should', CITY_AND_PROVIDER, 'power', {
    ja: '落雷等の過電流から機器を守る措置を、可能な範囲で講じる',
    en: 'Machines are protected from surges as far as possible',
  }),
  physical('5.1(4)①', 'must', CITY, 'cables', {
    ja: '通信と電源のケーブルは、配線収納管等で損傷から守る',
    en: 'Network and power cables are protected by conduits or the like',
  }),
  physical('5.1(4)②', 'must', CITY, 'cables', {
    ja: '主要なケーブルの損傷が報告されたときは、施設管理部門と連携して対応する',
    en: "Damage to main cables is dealt with together with the building's management",
  }),
  physical('5.1(4)③', 'must', CITY, 'cables', {
    ja: 'ネットワークの接続口は、他者が容易に触れられない場所に置く',
    en: 'Network sockets and ports lie where others cannot easily reach them',
  }),
  physical('5.1(4)④', 'must', CITY_AND_VENDOR, 'cables', {
    ja: '配線を変更し、追加できる者を、担当者と契約上認めた委託事業者に限る',
    en: 'Only system staff and contractors who may do so by contract change or add cables',
  }),
  physical('5.1(5)①', 'must', CITY_AND_PROVIDER, 'maintenance', {
    ja: '可用性2の機器は、定期に保守する',
    en: 'Machines of availability 2 are serviced regularly',
  }),
  organisational('5.1(5)②', 'must', CITY_AND_VENDOR, 'repair', {
    ja: '記録媒体のある機器の修理は、内容を消去してから、又は守秘義務契約等を結んで依頼する',
    en: 'Machines with storage are repaired with it erased, or under a duty of secrecy',
  }),
  evidence('5.1(6)', 'must', CITY_AND_PROVIDER, {
    ja: '庁外に機器を設置するにはCISOの承認を要し、設置後も対策の状況を定期に確かめる',
    en: "Machines outside of the city's premises need the CISO's approval, and their security is checked regularly",
    reason: {
      ja: '庁外への設置の承認はCISOの決裁による。テンプレートに書けるのは承認番号だけである。',
      en: "The CISO's approval is a decision on paper; a template can only carry its number.",
    },
    evidence: {
      ja: '庁外設置の承認と、定期の確認の記録',
      en: 'The approval of the site outside, and records of regular checks',
    },
  }),
  physical('5.1(7)①', 'must', CITY_AND_VENDOR, 'disposal', {
    ja: '機器の廃棄や返却の前に、記憶装置の情報を消去し、復元できないようにする',
    en: 'Storage of machines is erased beyond recovery before they are thrown away or given back',
  }),
  organisational('5.1(7)②', 'must', CITY_AND_VENDOR, 'disposalRecords', {
    ja: '機器の廃棄の日時、担当者及び内容を記録し、マニフェストの提出を求める',
    en: "Disposal of machines is recorded with date, person and what was done, with the disposer's manifest",
  }),
  organisational('5.1(7)③', 'must', CITY_AND_PROVIDER, 'providerDisposal', {
    ja: 'クラウド事業者の装置の廃棄が安全に行われることを、方針や監査報告書で確かめる',
    en: 'That the cloud provider disposes of its equipment safely is confirmed by its policy or an audit report',
  }),
  physical('5.2(1)①', 'definition', CITY, 'room', {
    ja: '情報システム室と媒体の保管庫を管理区域とする',
    en: 'System rooms and media stores are controlled areas',
  }),
  physical('5.2(1)②', 'must', CITY_AND_PROVIDER, 'room', {
    ja: '管理区域は地階と1階を避け、外部から容易に侵入できないようにする',
    en: 'Controlled areas are neither in the basement nor on the ground floor, and hard to break into',
  }),
  physical('5.2(1)③', 'must', CITY_AND_PROVIDER, 'room', {
    ja: '管理区域の外へ通じるドアは必要最小限とし、鍵や警報等で無許可の立入りを防ぐ',
    en: 'Controlled areas have as few doors as possible, with locks, watch and alarms',
  }),
  physical('5.2(1)④', 'must', CITY_AND_PROVIDER, 'room', {
    ja: '情報システム室の機器に、耐震、防火及び防水の措置を講じる',
    en: 'Machines in system rooms are protected from earthquakes, fire and water',
  }),
  physical('5.2(1)⑤', 'must', CITY_AND_PROVIDER, 'room', {
    ja: '消火薬剤や消防用の設備が、機器と媒体を損なわないようにする',
    en: 'Fire-fighting agents and equipment do no harm to machines and media',
  }),
  physical('5.2(2)①', 'must', CITY_AND_PROVIDER, 'entry', {
    ja: '管理区域に入れる者を限り、ICカード、生体認証又は管理簿で入退室を管理する',
    en: 'Only permitted persons enter controlled areas; cards, biometrics or a log record it',
  }),
  physical('5.2(2)②', 'must', CITY_AND_VENDOR, 'entry', {
    ja: '管理区域に入る者は身分証を持ち、求められたら示す',
    en: 'Whoever enters carries an identity card and shows it on request',
  }),
  physical('5.2(2)③', 'must', CITY, 'entry', {
    ja: '外部からの訪問者には許可された職員等が付き添い、職員と見分けられるようにする',
    en: 'Visitors are accompanied, and can be told from staff',
  }),
  physical('5.2(2)④', 'should', CITY, 'entry', {
    ja: '機密性2以上を扱う管理区域には、関係のない機器や個人の機器を原則として持ち込ませない',
    en: 'As a rule no unrelated or private devices are brought into areas with systems of confidentiality 2 or more',
  }),
  physical('5.2(3)①', 'must', CITY_AND_VENDOR, 'delivery', {
    ja: '搬入する機器が既存のシステムに及ぼす影響を、あらかじめ確かめさせる',
    en: 'What a delivered machine does to existing systems is checked beforehand',
  }),
  physical('5.2(3)②', 'must', CITY, 'delivery', {
    ja: '情報システム室の機器の搬入出には、職員が立ち会う',
    en: 'Staff are present when machines are carried in or out of a system room',
  }),
  organisational('5.3①', 'must', CITY, 'lines', {
    ja: '庁内の通信回線と装置を管理し、その文書を保管する',
    en: 'Lines and network devices on the premises are managed, and their documents kept',
  }),
  enforced('5.3②', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '外部との接続は必要最低限とし、接続ポイントをできるだけ減らす',
    en: 'Connections to the outside are as few as possible',
    reason: {
      ja: 'アプリの中の接続ポイントを数え、届け出たものと照合する。アプリの外の接続は要証跡となる。',
      en: 'Connection points inside the app are counted and held against those declared; others need evidence.',
    },
    evidence: { ja: '外部との接続の一覧', en: 'A list of connections to the outside' },
  }),
  enforced('5.3③', 'must', CITY_AND_CONTRACTORS, {
    ja: '機密性2以上を扱うシステムには適切な回線を選び、必要に応じて通信を暗号化する',
    en: 'Systems of confidentiality 2 or more use a fit line, and traffic is encrypted as needed',
    reason: {
      ja: '通信の暗号化を確かめる。回線の選択は市が判断する。',
      en: "Encryption of traffic is checked; the choice of the line is the city's.",
    },
    evidence: { ja: '回線の選定の記録', en: 'Records of how the line was chosen' },
  }),
  enforced('5.3④', 'must', CITY_AND_CONTRACTORS, {
    ja: '回線を流れる情報を、破壊、盗聴、改ざん及び消去から守る',
    en: 'What travels on a line is protected from being destroyed, overheard, changed or erased',
  }),
  partly('5.3⑤', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '可用性2のシステムには継続して使える回線を選び、必要に応じて冗長化する',
    en: 'Systems of availability 2 use a line that keeps working, redundant as needed',
    reason: {
      ja: '接続の本数は確かめられるが、回線の物理的な経路は現れない。',
      en: 'The number of connections can be counted; the physical routes of lines do not appear.',
    },
    evidence: { ja: '回線の冗長化の構成図と契約', en: 'The diagram and contract of redundant lines' },
  }),
  physical('5.4①', 'must', CITY, 'terminalRoom', {
    ja: '端末と媒体の盗難を施錠や固定で防ぎ、媒体の情報は要らなくなれば消去する',
    en: 'Terminals and media are kept from theft by locks and wires, and media erased when not needed',
  }),
  organisational('5.4②', 'must', CITY, 'terminal', {
    ja: 'システムへのログインにはパスワードの入力を求める',
    en: 'Logging in asks for a password',
  }),
  organisational('5.4③', 'must', CITY, 'terminal', {
    ja: 'ゼロトラストの対策を取る場合を除き、端末の起動時にもパスワードを求める',
    en: 'Terminals ask for a password at start as well, unless zero trust measures are in place',
  }),
  partly('5.4④', 'must', CITY_AND_CONTRACTORS, {
    ja: '扱う情報の重要度に応じ、パスワードに加えて別の要素で認証する',
    en: 'A second factor is asked for besides the password, as the importance of the information demands',
    reason: {
      ja: 'アプリが定める認証は確かめられるが、端末の認証は現れない。',
      en: 'Authentication that the app defines can be checked; that of terminals does not appear.',
    },
    evidence: { ja: '端末の二要素認証の設定', en: 'Settings of two-factor authentication at terminals' },
  }),
  organisational('5.4⑤', 'must', CITY, 'mobile', {
    ja: '庁外で使うモバイル端末には、遠隔消去等の措置を講じる',
    en: 'Mobile devices used outside can be wiped from afar, or have like measures',
  }),
];
