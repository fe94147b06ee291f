import { CITY, EVERYBODY } from './bearers';
import { type Clause, enforced, organisational } from './clause-row';

/** 1 and 2: scope and organisation. */
export const ORGANISATION: readonly Clause[] = [
  organisational('1(1)', 'definition', CITY, 'scope', {
    ja: '対象とする行政機関は、基本方針の定めによる',
    en: 'The agencies that are covered are those of the basic policy',
  }),
  organisational('1(2)', 'definition', CITY, 'scope', {
    ja: '対象とする情報資産の範囲は、基本方針の定めによる',
    en: 'The information assets that are covered are those of the basic policy',
  }),
  organisational('2(1)', 'definition', CITY, 'appointment', {
    ja: '情報政策担当の副市長をCISOとし、最終の決定権限と責任を負わせる',
    en: 'The vice mayor for information policy is the CISO and has the final say and responsibility',
  }),
  organisational('2(2)①', 'must', CITY, 'appointment', {
    ja: '情報政策担当部長を統括情報セキュリティ責任者に充て、CISOを補佐させる',
    en: 'The director for information policy is the general security officer and assists the CISO',
  }),
  organisational('2(2)②', 'definition', CITY, 'appointment', {
    ja: '統括情報セキュリティ責任者は、市のネットワークの開発、変更、運用及び見直しについて責任を負う',
    en: "The general security officer answers for building, changing, running and reviewing the city's networks",
  }),
  organisational('2(2)③', 'definition', CITY, 'appointment', {
    ja: '統括情報セキュリティ責任者は、市のネットワークのセキュリティ対策について責任を負う',
    en: "The general security officer answers for the security of the city's networks",
  }),
  organisational('2(2)④', 'definition', CITY, 'appointment', {
    ja: '統括情報セキュリティ責任者は、各責任者、管理者及び担当者を指導し、助言する',
    en: 'The general security officer guides and advises the officers, managers and staff below',
  }),
  organisational('2(2)⑤', 'definition', CITY, 'incident', {
    ja: '統括情報セキュリティ責任者は、侵害時にCISOの指示を受け、不在のときは自らの判断で対処する',
    en: 'In an incident the general security officer acts as the CISO directs, or alone where the CISO is away',
  }),
  organisational('2(2)⑥', 'definition', CITY, 'procedures', {
    ja: '統括情報セキュリティ責任者は、全庁に共通する実施手順を維持し、管理する',
    en: 'The general security officer maintains the procedures that the whole city shares',
  }),
  organisational('2(2)⑦', 'must', CITY, 'contacts', {
    ja: '統括情報セキュリティ責任者は、緊急時に全ての責任者、管理者及び担当者へ届く連絡体制を整える',
    en: 'Contacts that reach every officer, manager and member of staff in an emergency are kept ready',
  }),
  organisational('2(2)⑧', 'must', CITY, 'incident', {
    ja: '統括情報セキュリティ責任者は、緊急時にCISOへ直ちに報告し、復旧の措置をとる',
    en: 'In an emergency the general security officer reports to the CISO at once and restores service',
  }),
  organisational('2(2)⑨', 'must', CITY, 'management', {
    ja: '統括情報セキュリティ責任者は、規程の運用状況と課題を把握し、必要ならCISOへ報告する',
    en: 'How the security rules work in practice is followed, and reported to the CISO as needed',
  }),
  organisational('2(3)①', 'definition', CITY, 'appointment', {
    ja: '部局等の長を情報セキュリティ責任者とする',
    en: "Heads of departments are their department's security officers",
  }),
  organisational('2(3)②', 'definition', CITY, 'appointment', {
    ja: '情報セキュリティ責任者は、部局等のセキュリティ対策を統括する',
    en: 'Department security officers oversee the security of their department',
  }),
  organisational('2(3)③', 'definition', CITY, 'appointment', {
    ja: '情報セキュリティ責任者は、部局等がもつ情報システムの開発から見直しまでを統括する',
    en: "Department security officers oversee their department's systems from building to review",
  }),
  organisational('2(3)④', 'must', CITY, 'management', {
    ja: '情報セキュリティ責任者は、連絡体制の整備、意見の集約及び職員等の教育と指示を担う',
    en: 'Department security officers see to contacts, opinions, training and instructions in their department',
  }),
  organisational('2(4)①', 'definition', CITY, 'appointment', {
    ja: '課、室等の長を情報セキュリティ管理者とする',
    en: "Heads of sections are their section's security managers",
  }),
  organisational('2(4)②', 'definition', CITY, 'appointment', {
    ja: '情報セキュリティ管理者は、課室等のセキュリティ対策について責任を負う',
    en: 'Section security managers answer for the security of their section',
  }),
  organisational('2(4)③', 'must', CITY, 'incident', {
    ja: '情報セキュリティ管理者は、侵害やそのおそれを上位の責任者とCISOへ速やかに報告し、指示を受ける',
    en: 'Section security managers report a breach or a threat of one at once, and ask for instructions',
  }),
  organisational('2(5)①', 'definition', CITY, 'appointment', {
    ja: '情報システムを担当する課、室の長を、その情報システム管理者とする',
    en: 'The head of the section in charge of a system is its system manager',
  }),
  organisational('2(5)②', 'definition', CITY, 'appointment', {
    ja: '情報システム管理者は、所管するシステムの開発、変更、運用及び見直しについて責任を負う',
    en: 'System managers answer for building, changing, running and reviewing their system',
  }),
  organisational('2(5)③', 'definition', CITY, 'appointment', {
    ja: '情報システム管理者は、所管するシステムのセキュリティについて責任を負う',
    en: 'System managers answer for the security of their system',
  }),
  organisational('2(5)④', 'must', CITY, 'procedures', {
    ja: '情報システム管理者は、所管するシステムの実施手順を維持し、管理する',
    en: 'System managers maintain the procedures of their system',
  }),
  organisational('2(6)', 'definition', CITY, 'appointment', {
    ja: '情報システム管理者の指示でシステムを扱う者を、情報システム担当者と呼ぶ',
    en: 'Those who work on a system as its manager directs are its system staff',
  }),
  organisational('2(7)', 'must', CITY, 'committee', {
    ja: '情報セキュリティの重要な事項は、宮崎市情報セキュリティ委員会が決定する',
    en: "The city's information security committee decides on what matters for security",
  }),
  enforced('2(8)①', 'must', CITY, {
    ja: '承認や許可を申請する者と、それを承認し、許可する者を分ける',
    en: 'Whoever applies for an approval is not the one who gives it',
    reason: {
      ja: '照合するのは例外措置の登録簿である。他の申請の決裁は市の文書による。',
      en: "The register of exceptions is compared; other applications are decided on in the city's own papers.",
    },
    evidence: {
      ja: '例外措置以外の申請と承認の記録',
      en: 'Records of applications and approvals other than exceptions',
    },
  }),
  organisational('2(8)②', 'must', CITY, 'auditor', {
    ja: '監査を実施する者は、その監査を受ける者であってはならない',
    en: 'Auditors do not audit themselves',
  }),
  organisational('2(9)①', 'must', CITY, 'csirt', {
    ja: '情報セキュリティインシデントの窓口となるCSIRTを置き、CISOへ報告が上がる体制とする',
    en: 'A CSIRT is the one contact for incidents, and reports reach the CISO through it',
  }),
  organisational('2(9)②', 'must', CITY, 'csirt', {
    ja: 'CISOが決めた情報セキュリティの戦略を、関係する部局等へ伝える',
    en: 'What the CISO decides on strategy is passed on to the departments concerned',
  }),
  organisational('2(9)③', 'must', CITY, 'csirt', {
    ja: 'インシデントを知ったときは、CISO、総務省、県等へ報告し、重要度に応じて公表する',
    en: 'Incidents are reported to the CISO, the ministry and the prefecture, and made public as their weight demands',
  }),
  organisational('2(9)④', 'must', CITY, 'csirt', {
    ja: '関係機関、他団体のCSIRT、事業者等と情報を共有する',
    en: 'Information is shared with other bodies, their CSIRTs and businesses',
  }),
  organisational('2(10)①', 'must', EVERYBODY, 'cloudRoles', {
    ja: 'クラウドサービスに関わる事業者と責任の所在を確かめ、連絡と対策の体制を整える',
    en: 'Who takes part in a cloud service and who answers for what is known, with contacts and an organisation for its security',
  }),
];
