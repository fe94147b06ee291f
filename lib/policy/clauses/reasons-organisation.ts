/** The organisation, and information itself. */
export const ORGANISATION_REASONS = {
  scope: {
    ja: '適用範囲を示す条項であり、行為を求めていない。',
    en: 'It tells what the policy covers and asks for nothing to be done.',
  },
  appointment: {
    ja: '役職と権限を定める条項であり、市の任命による。',
    en: 'It settles offices and powers, which the city appoints to.',
  },
  committee: {
    ja: '委員会の決定は議事録に残り、テンプレートには現れない。',
    en: "The committee's decisions are in its minutes, not in templates.",
  },
  contacts: {
    ja: '連絡体制は人と連絡先の名簿であり、統括情報セキュリティ責任者が整える。',
    en: 'Contacts are a list of people, which the general security officer keeps.',
  },
  management: {
    ja: '規程の運用の把握と職員等への指示であり、各責任者の職務である。',
    en: "Following how rules work and instructing staff is the officers' work.",
  },
  procedures: {
    ja: '実施手順は市の文書であり、作成した者が維持し、示す。',
    en: "Procedures are the city's documents, kept and shown by whoever wrote them.",
  },
  csirt: {
    ja: 'CSIRTの設置と連絡は市の体制による。',
    en: "Setting up the CSIRT and its contacts is a matter of the city's organisation.",
  },
  auditor: { ja: '監査人の選任は市の決定による。', en: 'The city decides who audits.' },
  cloudRoles: {
    ja: '事業者との責任の分担は、契約と体制図で定める。',
    en: 'Who answers for what among the parties is settled by contract and organisation chart.',
  },
  deputyNotice: {
    ja: '代行者の承認を知らせるのはCISOの事務である。',
    en: "Telling others about a deputy is the CISO's paperwork.",
  },
  prefecture: {
    ja: '国や県との連携と自治体情報セキュリティクラウドへの参加は、市が行う。',
    en: 'Working with ministries and the prefecture, and joining their security cloud, is for the city.',
  },
  outsideReview: {
    ja: '外部の者による確認と監査は、市が依頼して記録する。',
    en: 'Reviews and audits by outsiders are ordered and recorded by the city.',
  },
  assetOwner: {
    ja: '管理責任の所在を定める条項であり、組織による。',
    en: 'It settles who answers for assets, a matter of the organisation.',
  },
  assetHandling: {
    ja: '情報を扱う者の判断と行いであり、課室等の情報セキュリティ管理者が確かめる。',
    en: 'It is what people do with information; the section security manager looks after it.',
  },
  permission: {
    ja: '情報セキュリティ管理者の許可であり、申請の記録で示す。',
    en: "It is the section security manager's permission, shown by the applications.",
  },
  transport: {
    ja: '媒体や文書を運ぶ方法であり、運ぶ者が守る。',
    en: 'It is about how media and papers are carried, by whoever carries them.',
  },
  storageRoom: {
    ja: '媒体を保管する部屋と設備であり、情報セキュリティ管理者等が備える。',
    en: 'It is about the room and equipment for media, provided by the managers in charge.',
  },
  disposal: {
    ja: '媒体と機器を物理的に処分する作業であり、処分する者が行い、記録する。',
    en: 'It is the physical disposal of media and machines, done and recorded by whoever disposes.',
  },
  disposalRecords: {
    ja: '廃棄の記録とマニフェストであり、処分する者と処理業者の書類による。',
    en: 'It is about disposal records and manifests, papers of those who dispose.',
  },
  exchange: {
    ja: '他団体との取決めと許可であり、情報システム管理者が文書で行う。',
    en: 'It is an arrangement with another body and its permission, made on paper by the system manager.',
  },
  signature: {
    ja: '署名の検証手段の配布はCISOの職務であり、職員等の電子署名に関わる。',
    en: "Handing out what verifies signatures is the CISO's work and concerns signatures by staff.",
  },
};
