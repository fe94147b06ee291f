/** Operation and incidents. */
export const OPERATION_REASONS = {
  incident: {
    ja: '侵害や攻撃が起きたときの判断と報告であり、対応の記録で示す。',
    en: 'It is about decisions and reports in an incident, shown by records of the response.',
  },
  incidentReport: {
    ja: 'インシデントの報告の経路であり、報告書と連絡の記録で示す。',
    en: 'It is the way in which incidents are reported, shown by the reports.',
  },
  incidentCause: {
    ja: '原因の究明と再発防止の検討であり、インシデントの報告書で示す。',
    en: 'It is about finding causes and preventing repetition, shown by incident reports.',
  },
  police: {
    ja: '犯罪のおそれのある攻撃での記録の確保と警察との連携は、CISO等が行う。',
    en: 'Securing records and working with the police is for the CISO and officers.',
  },
  experts: {
    ja: '外部の専門家との支援の取決めであり、契約等で示す。',
    en: 'It is an arrangement with outside experts, shown by a contract.',
  },
  capacityNotice: {
    ja: 'ファイルサーバの容量の割当てと職員等への周知であり、通知で示す。',
    en: 'It is about allotting capacity and telling staff, shown by the notice.',
  },
  documents: {
    ja: '構成図と仕様書の閲覧と保管であり、文書の管理で行う。',
    en: 'It is about who reads diagrams and specifications, a matter of document management.',
  },
  faultRecords: {
    ja: '障害の受付と処理の記録であり、障害記録簿で示す。',
    en: 'It is about faults and how they were handled, shown by the fault log.',
  },
  accountProcedure: {
    ja: '利用者IDの登録と抹消の手続であり、定めた手順と申請書で示す。',
    en: 'It is the procedure for registering and removing users, shown by it and its applications.',
  },
  remotePermission: {
    ja: '外部からのアクセスの許可であり、情報システム管理者の記録で示す。',
    en: "It is permission for access from outside, shown by the system manager's records.",
  },
  malwareNews: {
    ja: '不正プログラムの情報の収集と職員等への注意喚起であり、通知で示す。',
    en: 'It is about collecting news on malware and warning staff, shown by the notices.',
  },
  malwareUpdates: {
    ja: '対策ソフトウェアの更新の状態であり、その管理画面や記録で示す。OSの中のことはテンプレートに現れない。',
    en: 'Whether the software is up to date is shown by its console; what is inside an operating system does not appear in templates.',
  },
  malwareAdmin: {
    ja: '対策ソフトウェアの管理者の権限であり、その管理画面で示す。',
    en: 'It is about the administrators of anti-malware software, shown by its console.',
  },
  securityNews: {
    ja: '情報セキュリティの情報の収集と共有であり、その記録で示す。',
    en: 'It is about collecting and sharing news on security, shown by its records.',
  },
  operationProcedure: {
    ja: '利用を終えるときの手順書であり、市と委託事業者が整える。',
    en: 'It is a procedure for the end of use, written by the city and its contractors.',
  },
  complianceReview: {
    ja: '部局等と課室等での遵守の確認であり、各責任者が行って報告する。',
    en: 'It is a review by departments and sections, whose officers report.',
  },
  complianceReport: {
    ja: '違反の報告とその後の対処であり、職員等と責任者が行う。',
    en: 'It is about reporting violations and acting on them, by staff and officers.',
  },
  investigation: {
    ja: 'CISO等に調査の権限を与える条項であり、行使するかは市による。',
    en: "It gives the CISO a power to investigate; whether to use it is the city's choice.",
  },
  emergencyPlan: {
    ja: '緊急時対応計画の内容と見直しであり、計画書で示す。',
    en: 'It is about the emergency plan and its revision, shown by the plan.',
  },
  emergencyPlanCloud: {
    ja: '事業者との役割分担とクラウドの障害を想定した計画であり、計画書と合意で示す。',
    en: 'It is about roles shared with the provider and a plan for outages, shown by plan and agreement.',
  },
  continuityPlan: {
    ja: '業務継続計画との整合であり、委員会が二つの文書を照合する。',
    en: 'It is about agreement with the continuity plan; the committee compares the two.',
  },
  laws: {
    ja: '法令の遵守であり、職員等の行い全般に及ぶ。',
    en: 'It is about obeying the law in all that staff do.',
  },
  licences: {
    ja: 'ソフトウェアのライセンスの規定であり、契約と導入の台帳で示す。',
    en: 'It is about terms of software licences, shown by contracts and the register of software.',
  },
};
