import {
  CITY,
  CITY_AND_CONTRACTORS,
  CITY_AND_PROVIDER,
  CITY_AND_VENDOR,
  CITY_PROVIDER_AND_CONTRACTORS,
} from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 9.1 to 9.2(4): contractors, and how external services are chosen and approved. */
export const OUTSOURCING: readonly Clause[] = [
  organisational('9.1(1)①', 'must', CITY, 'contractorChoice', {
    ja: '委託内容に応じた対策が確保されることを確かめて、委託事業者を選ぶ',
    en: 'Contractors are chosen when their security is known to fit the work',
  }),
  organisational('9.1(1)②', 'must', CITY, 'contractorChoice', {
    ja: '認証の取得や監査の実施の状況を参考に、委託事業者を選ぶ',
    en: 'Certificates and audits are considered when choosing contractors',
  }),
  organisational('9.1(1)③', 'must', CITY, 'cloudChoice', {
    ja: 'クラウドは、情報の機密性に見合うセキュリティのあるサービスを使う',
    en: 'Cloud services are as secure as the confidentiality of the information demands',
  }),
  organisational('9.1(2)', 'must', CITY_AND_CONTRACTORS, 'contract', {
    ja: '委託の契約に、再委託、守秘、監査、報告、損害賠償等の要件を必要に応じて明記する',
    en: 'Contracts name the requirements: subcontracting, secrecy, audits, reports, damages and others as needed',
  }),
  organisational('9.1(3)', 'must', CITY_AND_CONTRACTORS, 'contractorReview', {
    ja: '委託事業者の対策を定期に確かめ、必要に応じて契約により措置し、結果を報告する',
    en: "The contractor's security is reviewed regularly, acted on by contract as needed, and reported",
  }),
  partly('9.2(1)', 'must', CITY, {
    ja: '外部サービス（機密性2以上）の利用に関する規定を整える',
    en: 'Rules on using external services for confidentiality 2 or more are laid down',
    reason: {
      ja: '使うサービスがプロファイルの一覧にあることは確かめられるが、規定の整備は現れない。',
      en: "That a service is on the profile's list can be checked; that rules are laid down does not appear.",
    },
    evidence: { ja: '外部サービスの利用に関する規定', en: 'The rules on using external services' },
  }),
  organisational('9.2(1)①', 'must', CITY, 'serviceRules', {
    ja: '規定に、利用できる業務とシステムの範囲及び情報を置く場所の判断基準を含める',
    en: 'The rules tell for which work and systems services may be used, and where information may lie',
  }),
  organisational('9.2(1)②', 'must', CITY, 'serviceRules', {
    ja: '規定に、サービスの提供者を選ぶ基準を含める',
    en: 'The rules tell how providers are chosen',
  }),
  organisational('9.2(1)③', 'must', CITY, 'serviceRules', {
    ja: '規定に、利用を許可する者と手続を含める',
    en: 'The rules tell who permits use, and how',
  }),
  organisational('9.2(1)④', 'must', CITY, 'serviceRules', {
    ja: '規定に、外部サービス管理者の指名と利用状況の管理を含める',
    en: 'The rules tell who manages a service, and how its use is followed',
  }),
  organisational('9.2(1)⑤', 'must', CITY, 'serviceRules', {
    ja: '規定に、クラウドサービス管理者の指名と利用状況の管理を含める',
    en: 'The rules tell who manages a cloud service, and how its use is followed',
  }),
  partly('9.2(2)', 'must', CITY, {
    ja: '外部サービスは、基準と要件に照らして選ぶ',
    en: 'External services are chosen by criteria and requirements',
    reason: {
      ja: '使うサービスと置き場所がプロファイルの一覧にあることは確かめられるが、選定の過程は現れない。',
      en: "That services and places are on the profile's lists can be checked; how they were chosen does not appear.",
    },
    evidence: { ja: '外部サービスの選定の記録', en: 'Records of how services were chosen' },
  }),
  organisational('9.2(2)①', 'must', CITY, 'serviceChoice', {
    ja: '情報の分類と取扱制限を踏まえ、判断基準に従って利用を検討する',
    en: 'Whether to use a service is considered by the classification and the criteria',
  }),
  organisational('9.2(2)②', 'must', CITY, 'serviceChoice', {
    ja: '選定基準に従って提供者を選び、必要な対策を選定の条件に含める',
    en: 'Providers are chosen by the criteria, and needed measures are conditions',
  }),
  organisational('9.2(2)③', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '提供者に対策の情報を求めて確かめ、クラウドが市の基本方針を満たすかを評価する',
    en: "Information on security is asked for and looked at, and the cloud judged by the city's guideline",
  }),
  organisational('9.2(2)③(ア)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '市の情報を提供者が目的外に使わないことを確かめる',
    en: "The provider is known not to use the city's information for other ends",
  }),
  organisational('9.2(2)③(イ)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '提供者の対策の内容と管理の体制を確かめる',
    en: "The provider's measures and management are known",
  }),
  organisational('9.2(2)③(ウ)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '市の意図しない変更が加えられないよう、提供者と再委託先が管理していることを確かめる',
    en: 'The provider and its subcontractors are known to prevent changes that the city does not want',
  }),
  enforced('9.2(2)③(エ)', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '提供者の資本、従事者等の情報を得て、施設の場所やリージョンを指定する',
    en: "The provider's owners and people are known, and the place or region is specified",
    reason: {
      ja: 'リージョンと複製先を確かめる。資本関係や従事者の情報は事業者の文書による。',
      en: "Regions and where copies go are checked; owners and people are in the provider's documents.",
    },
    evidence: {
      ja: '資本関係、役員及び従事者についての事業者の文書',
      en: "The provider's documents on owners, officers and people",
    },
  }),
  organisational('9.2(2)③(オ)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: 'インシデントが起きたときの提供者の対処を確かめる',
    en: 'How the provider handles incidents is known',
  }),
  organisational('9.2(2)③(カ)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '契約どおりに行われているかを確かめる方法を確認する',
    en: 'How performance of the contract is verified is known',
  }),
  organisational('9.2(2)③(キ)', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '対策が十分でないときの対処を確認する',
    en: 'What happens where measures fall short is known',
  }),
  organisational('9.2(2)④', 'must', CITY, 'serviceEnd', {
    ja: 'サービスの中断や終了に備えた業務の移行を検討し、必要に応じて選定の条件とする',
    en: 'How work moves on when a service stops or ends is considered, and made a condition as needed',
  }),
  organisational('9.2(2)⑤', 'must', CITY_AND_PROVIDER, 'cloudRoles', {
    ja: 'セキュリティの役割と責任の分担を、クラウド事業者に確かめる',
    en: 'Who answers for what in security is settled with the cloud provider',
  }),
  organisational('9.2(2)⑥', 'must', CITY_AND_PROVIDER, 'serviceTerms', {
    ja: '必要な事項を選定の条件とし、合意はSLAに定め、規約を変えられないときは受け入れられるかを判断する',
    en: 'Needed terms are conditions, agreements go into an SLA, and fixed terms are judged acceptable or not',
  }),
  organisational('9.2(2)⑥(ア)', 'should', CITY_AND_PROVIDER, 'serviceTerms', {
    ja: '必要に応じて、監査の受入れを条件とする',
    en: 'That audits are accepted is a condition as needed',
  }),
  organisational('9.2(2)⑥(イ)', 'should', CITY_AND_PROVIDER, 'serviceTerms', {
    ja: '必要に応じて、サービスの水準の保証を条件とする',
    en: 'That service levels are guaranteed is a condition as needed',
  }),
  enforced('9.2(2)⑦', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '国外の法令が及ぶリスクを評価して提供者を選び、必要に応じて情報の場所、準拠法等を条件とする',
    en: 'The risk of foreign law is weighed when choosing, and place and governing law are conditions as needed',
    reason: {
      ja: '情報の置き場所と複製先を確かめる。準拠法と裁判管轄は契約による。',
      en: 'Where information and its copies lie is checked; governing law and jurisdiction are in the contract.',
    },
    evidence: {
      ja: '国外の法令のリスク評価と、準拠法及び裁判管轄を定めた契約',
      en: 'The assessment of foreign law, and the contract on governing law and jurisdiction',
    },
  }),
  organisational('9.2(2)⑧', 'must', CITY_PROVIDER_AND_CONTRACTORS, 'subcontract', {
    ja: '再委託でも同じ対策を担保させ、情報の提供と市の承認を条件とし、基準により可否を判断する',
    en: 'Subcontractors are held to the same measures, and the city is informed and approves by its criteria',
  }),
  organisational('9.2(2)⑨', 'should', CITY, 'serviceRequirements', {
    ja: '分類に応じた要件を定めて選び、国際規格等に劣らない水準を求めることが推奨される',
    en: 'Requirements follow the classification; a level equal to international standards is recommended',
  }),
  organisational('9.2(2)⑩', 'must', CITY_AND_VENDOR, 'serviceRequirements', {
    ja: '情報が流れる経路の全体を見渡して設計し、役割と責任の範囲を踏まえて要件を定める',
    en: 'The whole path of information is designed for security, and requirements follow who answers for what',
  }),
  organisational('9.2(2)⑪', 'must', CITY_AND_PROVIDER, 'serviceEvaluation', {
    ja: '監査報告や認定制度等から、提供者が十分に信頼できるかを総合して判断する',
    en: 'Audit reports and certificates show whether the provider can be trusted',
  }),
  partly('9.2(3)', 'must', CITY, {
    ja: '外部サービスの調達と契約に、定めた基準、条件及び要件を反映する',
    en: 'Procurement and contract of external services hold the criteria, conditions and requirements',
    reason: {
      ja: '使うサービスがプロファイルの一覧にあることは確かめられるが、調達仕様と契約は現れない。',
      en: "That a service is on the profile's list can be checked; specification and contract do not appear.",
    },
    evidence: { ja: '調達仕様書と契約書', en: 'The specification and the contract' },
  }),
  organisational('9.2(3)①', 'must', CITY, 'procurement', {
    ja: '外部サービスの選定の基準、条件及びセキュリティ要件を、調達仕様に含める',
    en: 'Criteria, conditions and security requirements are in the specification',
  }),
  organisational('9.2(3)②', 'must', CITY, 'procurement', {
    ja: '契約の前に提供者とサービスを調達仕様に照らして確かめ、仕様を契約に含める',
    en: 'That provider and service meet the specification is confirmed before, and written into, the contract',
  }),
  enforced('9.2(4)', 'must', CITY, {
    ja: '外部サービスは、承認を受けたものだけを利用する',
    en: 'Only external services that were approved are used',
    reason: {
      ja: 'リソースの種類をプロファイルの一覧と照合する。申請と審査は市の手続による。',
      en: "Resource types are held against the profile's list; application and decision are the city's procedure.",
    },
    evidence: {
      ja: '外部サービスの利用申請と承認の記録',
      en: 'Records of applications for and approvals of external services',
    },
  }),
  organisational('9.2(4)①', 'must', CITY, 'serviceApproval', {
    ja: '外部サービスを使うには、許可する権限のある者へ申請する',
    en: 'Use of a service is applied for',
  }),
  organisational('9.2(4)②', 'must', CITY, 'serviceApproval', {
    ja: '利用申請を審査し、可否を決める',
    en: 'Applications are examined and decided on',
  }),
  partly('9.2(4)③', 'must', CITY, {
    ja: '承認したサービスを記録し、外部サービス管理者を指名する',
    en: 'Approved services are recorded, and a manager is named for each',
    reason: {
      ja: '承認済みのサービスの一覧との一致は確かめられるが、記録と管理者の指名は市の事務である。',
      en: 'That only services on the list are used can be checked; keeping the list and appointing who answers for it is office work.',
    },
    evidence: {
      ja: '承認済み外部サービスの記録と、管理者の指名',
      en: 'The record of approved services, and who answers for each',
    },
  }),
];
