/** Rooms, power, cables, terminals and devices. */
export const PREMISES_REASONS = {
  machineRoom: {
    ja: '機器を置く場所と固定の方法であり、庁内は市、クラウドは事業者が備える。',
    en: "It is about where machines stand and how they are fixed: the city's premises, or the provider's in a cloud.",
  },
  power: {
    ja: '予備電源と過電流の対策であり、庁内は施設管理部門、クラウドは事業者が備える。',
    en: "It is about spare power and surges: the building's management, or the provider in a cloud.",
  },
  cables: {
    ja: '庁舎のケーブルと接続口であり、施設管理部門と連携して管理する。',
    en: 'It is about cables and sockets in the building, managed with its management.',
  },
  maintenance: {
    ja: '機器の保守点検であり、庁内は保守契約、クラウドは事業者による。',
    en: 'It is the servicing of machines: by maintenance contract, or by the provider in a cloud.',
  },
  repair: {
    ja: '機器の修理の依頼であり、守秘義務契約等で示す。',
    en: 'It is about sending machines for repair, shown by agreements on secrecy.',
  },
  providerDisposal: {
    ja: '事業者の装置の処分であり、その方針や第三者の監査報告書で確かめる。',
    en: "It is the provider's disposal of equipment, known from its policy or third-party reports.",
  },
  room: {
    ja: '管理区域の構造と設備であり、庁内は市、クラウドは事業者が備える。',
    en: 'It is about how controlled areas are built: by the city, or by the provider in a cloud.',
  },
  entry: {
    ja: '管理区域の入退室であり、入退室の記録と立会いで示す。',
    en: 'It is about who enters controlled areas, shown by entry logs and escorts.',
  },
  delivery: {
    ja: '機器の搬入出であり、立会いと事前の確認の記録で示す。',
    en: 'It is about machines carried in and out, shown by records of who was present and what was checked.',
  },
  lines: {
    ja: '庁内の回線と装置の管理であり、施設管理部門との管理台帳と構成図で示す。',
    en: 'It is about lines and devices on the premises, shown by registers and diagrams.',
  },
  disconnect: {
    ja: '庁内と外部を結ぶ回線を物理的に切る判断と作業であり、運用の手順による。',
    en: 'Cutting a line is a decision and a manual act that operating procedures lay down.',
  },
  terminalRoom: {
    ja: '執務室の施錠と端末の固定であり、各課室等で備える。',
    en: 'It is about locks of offices and terminals, seen to by each section.',
  },
  terminal: {
    ja: '職員等の端末の設定であり、端末の管理で行う。クラウドのテンプレートは端末を含まない。',
    en: 'It is about settings of terminals, which terminal management looks after; templates hold no terminals.',
  },
  mobile: {
    ja: 'モバイル端末の貸与と遠隔消去であり、端末管理（MDM）で行う。',
    en: 'It is about mobile devices lent and wiped, done by device management.',
  },
  privateDevices: {
    ja: '支給外の機器の利用の許可であり、情報セキュリティ管理者の記録で示す。',
    en: "It is permission to use private devices, shown by the section security manager's records.",
  },
  deviceRecords: {
    ja: '端末の持ち出しと持ち込みの記録であり、課室等で作る。',
    en: 'It is about records of devices taken out and brought in, kept by each section.',
  },
  terminalCheck: {
    ja: '端末を接続する前の点検であり、職員等が行う。',
    en: 'It is the check of a terminal before it is connected, made by staff.',
  },
  terminalNetwork: {
    ja: '端末がつながるネットワークであり、端末の設定と職員等の行いによる。',
    en: 'It is about the networks that terminals join, by their settings and by what staff do.',
  },
  networkAccess: {
    ja: '庁内のネットワーク機器による端末の識別であり、その装置の設定で示す。',
    en: 'Network devices on the premises tell terminals apart, shown by their settings.',
  },
  hardware: {
    ja: '端末の改造と増設であり、現物の点検による。',
    en: 'It is about terminals being rebuilt, seen by looking at them.',
  },
  hardwarePermission: {
    ja: '端末の改造等の許可であり、統括情報セキュリティ責任者等の記録で示す。',
    en: "It is permission to rebuild terminals, shown by the officers' records.",
  },
  printers: {
    ja: '複合機の調達、設定及び処分であり、統括情報セキュリティ責任者が機器ごとに行う。',
    en: 'It is about buying, setting and retiring multifunction printers, device by device.',
  },
  devices: {
    ja: '特定用途機器の対策であり、機器ごとの特性と設置状況による。',
    en: 'It is about special-purpose devices, each by its nature and place.',
  },
  wireless: {
    ja: '庁内の無線LANの装置の設定であり、クラウドのテンプレートに現れない。',
    en: 'It is about settings of wireless devices on the premises, which templates do not hold.',
  },
  media: {
    ja: '端末に接続する媒体と、閉じた環境での更新の作業であり、運用の記録で示す。',
    en: 'It is about media at terminals and updates in closed environments, shown by operating records.',
  },
};
