/** Contracts and external services. */
export const SERVICE_REASONS = {
  contract: {
    ja: '委託事業者への説明や契約の条項であり、契約書等で示す。',
    en: 'It is about what contractors are told and bound to, shown by the contract.',
  },
  contractorChoice: {
    ja: '委託事業者の選定であり、選定の記録で示す。',
    en: 'It is about choosing contractors, shown by records of the choice.',
  },
  contractorReview: {
    ja: '委託事業者の定期の確認と措置であり、その報告で示す。',
    en: 'It is a regular review of the contractor, shown by its reports.',
  },
  damages: {
    ja: '損害賠償責任を定める契約の条項であり、契約書で示す。',
    en: "It is a contract's clause on damages, shown by the contract.",
  },
  subcontract: {
    ja: '再委託の条件と承認であり、契約と承認の記録で示す。',
    en: 'It is about terms and approval of subcontracting, shown by contract and approvals.',
  },
  cloudChoice: {
    ja: '分類に見合うサービスの選定であり、選定の記録で示す。',
    en: 'It is about choosing a service fit for the classification, shown by records of the choice.',
  },
  providerContract: {
    ja: '事業者によるインシデントの報告の取決めであり、契約等で示す。',
    en: "It is an arrangement on the provider's reports, shown by the contract.",
  },
  providerFunctions: {
    ja: '事業者の機能や手順を市が確かめる行為であり、事業者の文書と確認の記録で示す。',
    en: "The city looks into the provider's functions and procedures, shown by its documents and a record.",
  },
  providerEvidence: {
    ja: '事業者にログの提出を求める手続であり、取決めの文書で示す。',
    en: 'It is a procedure for asking the provider for logs, shown by the arrangement.',
  },
  serviceRules: {
    ja: '外部サービスの利用の規定に盛り込む内容であり、規定で示す。',
    en: 'It is what the rules on external services contain, shown by the rules.',
  },
  serviceChoice: {
    ja: '外部サービスを選ぶときの検討であり、その記録で示す。',
    en: 'It is what is considered when choosing a service, shown by its records.',
  },
  serviceEvaluation: {
    ja: '事業者の情報に基づく評価であり、事業者の文書と評価の記録で示す。',
    en: "It is a judgement on the provider's information, shown by that and the record.",
  },
  serviceTerms: {
    ja: '選定の条件、SLA及び規約の判断であり、合意の文書で示す。',
    en: 'It is about conditions, SLA and terms, shown by the agreements.',
  },
  serviceRequirements: {
    ja: 'セキュリティ要件の定め方と設計の考え方であり、要件書と設計書で示す。',
    en: 'It is about how requirements are set and design is thought out, shown by their documents.',
  },
  serviceApproval: {
    ja: '利用の申請、審査及び承認の事務であり、申請書と台帳で示す。',
    en: 'It is the paperwork of applying, deciding and approving, shown by applications and register.',
  },
  serviceReview: {
    ja: '管理者による実施状況の確認であり、確認の記録で示す。',
    en: "It is a manager's review of what was done, shown by its record.",
  },
  serviceAssets: {
    ja: 'サービス上の資産の台帳の管理であり、台帳で示す。',
    en: 'It is about the register of assets on services, shown by the register.',
  },
  serviceContinuity: {
    ja: '外部サービスが止まったときの業務の続け方であり、業務継続の計画で示す。',
    en: 'It is about how work goes on when a service stops, shown by the continuity plan.',
  },
  serviceIncident: {
    ja: '外部サービスのインシデントの対処手順であり、手順書で示す。',
    en: 'It is a procedure for incidents of services, shown by its document.',
  },
  serviceEnd: {
    ja: '利用を終えるときの規定、移行及び廃棄であり、計画と完了の記録で示す。',
    en: 'It is about rules, moves and disposal at the end of use, shown by plan and records.',
  },
  openServices: {
    ja: '機密性2以上を扱わない外部サービスの利用であり、規定と申請の記録で示す。',
    en: 'It is about services without confidential information, shown by rules and applications.',
  },
  socialMedia: {
    ja: 'ソーシャルメディアでの発信であり、市のガイドラインと運用の記録で示す。',
    en: 'It is about publishing in social media, shown by the guideline and records.',
  },
  revision: {
    ja: 'この版には見出しだけがある。見直しは市が行う。',
    en: 'This edition has a heading only; the city revises the policy.',
  },
};
