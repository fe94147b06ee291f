import { CITY, CITY_AND_CONTRACTORS, CITY_AND_PROVIDER } from './bearers';
import { type Clause, enforced, organisational } from './clause-row';

/** 8.3 to 8.6: breaches, exceptions, the law and discipline. */
export const RESPONSE: readonly Clause[] = [
  organisational('8.3(1)①', 'must', CITY, 'emergencyPlan', {
    ja: '侵害時の連絡、証拠保全、復旧等のための緊急時対応計画を定め、それに従って対処する',
    en: 'A plan for emergencies covers contacts, evidence, containment and recovery, and is followed',
  }),
  organisational('8.3(1)②', 'must', CITY_AND_PROVIDER, 'emergencyPlanCloud', {
    ja: 'クラウド事業者との役割分担を明らかにし、クラウドの障害を想定した計画を定めて従う',
    en: 'Roles in an incident are settled with the provider, and a plan for outages of the cloud is followed',
  }),
  organisational('8.3(2)', 'must', CITY, 'emergencyPlan', {
    ja: '緊急時対応計画に、定めるべき事項を盛り込む',
    en: 'The emergency plan holds what it must',
  }),
  organisational('8.3(2)①', 'must', CITY, 'emergencyPlan', {
    ja: '計画に、関係者へのつながり方を載せる',
    en: 'The plan tells how to reach those concerned',
  }),
  organisational('8.3(2)②', 'must', CITY, 'emergencyPlan', {
    ja: '計画に、事案について何を報告するかを載せる',
    en: 'The plan tells what to report',
  }),
  organisational('8.3(2)③', 'must', CITY, 'emergencyPlan', {
    ja: '計画に、事案への対応のしかたを載せる',
    en: 'The plan tells what to do',
  }),
  organisational('8.3(2)④', 'must', CITY, 'emergencyPlan', {
    ja: '計画に、再発を防ぐ措置の決め方を載せる',
    en: 'The plan tells how repetition is prevented',
  }),
  organisational('8.3(3)', 'must', CITY, 'continuityPlan', {
    ja: '業務継続計画とポリシーに矛盾がないようにする',
    en: 'The business continuity plan agrees with the policy',
  }),
  organisational('8.3(4)', 'should', CITY, 'emergencyPlan', {
    ja: '状況や体制の変化に応じ、必要があれば計画を見直す',
    en: 'The plan is revised as needed when circumstances or the organisation change',
  }),
  enforced('8.4(1)', 'may', CITY, {
    ja: '合理的な理由があってポリシーを守れないときは、CISOの許可を得て例外措置を取ることができる',
    en: "Where there is good reason not to keep the policy, an exception may be taken with the CISO's permission",
    reason: {
      ja: '登録簿の申請と許可を照合する。理由の当否はCISOが判断する。',
      en: 'Applications and permissions in the register are compared; whether the reason is good, the CISO judges.',
    },
    evidence: { ja: '例外措置の申請書と許可の文書', en: 'Applications for exceptions, and the permissions' },
  }),
  enforced('8.4(2)', 'must', CITY, {
    ja: '緊急でやむを得ず例外措置を取ったときは、事後速やかにCISOへ報告する',
    en: 'An exception that an emergency forced is reported to the CISO at once afterwards',
  }),
  enforced('8.4(3)', 'must', CITY, {
    ja: '例外措置の申請書と審査の結果を保管する',
    en: 'Applications for exceptions and the decisions on them are kept',
    reason: {
      ja: '登録簿に残っていることを確かめる。原本は市が保管する。',
      en: 'That the register holds them is checked; the city keeps the originals.',
    },
    evidence: { ja: '申請書と審査結果の原本', en: 'The originals of applications and decisions' },
  }),
  organisational('8.5(1)', 'must', CITY, 'laws', {
    ja: '職員等は、情報資産を守るための法令に従う',
    en: 'Staff obey the laws that protect information assets',
  }),
  organisational('8.5(1)①', 'must', CITY, 'laws', {
    ja: '地方公務員法に従う',
    en: 'The Local Public Service Act is obeyed',
  }),
  organisational('8.5(1)②', 'must', CITY, 'laws', {
    ja: '著作権法に従う',
    en: 'The Copyright Act is obeyed',
  }),
  organisational('8.5(1)③', 'must', CITY, 'laws', {
    ja: '不正アクセス禁止法に従う',
    en: 'The Act on Prohibition of Unauthorized Computer Access is obeyed',
  }),
  organisational('8.5(1)④', 'must', CITY, 'laws', {
    ja: '個人情報保護法に従う',
    en: 'The Act on the Protection of Personal Information is obeyed',
  }),
  organisational('8.5(1)⑤', 'must', CITY, 'laws', {
    ja: 'マイナンバー法（番号利用法）に従う',
    en: 'The My Number Act is obeyed',
  }),
  organisational('8.5(1)⑥', 'must', CITY, 'laws', {
    ja: 'サイバーセキュリティ基本法に従う',
    en: 'The Basic Act on Cybersecurity is obeyed',
  }),
  organisational('8.5(1)⑦', 'must', CITY, 'laws', {
    ja: '個人情報保護法の施行に関する市の条例に従う',
    en: "The city's ordinance on the protection of personal information is obeyed",
  }),
  organisational('8.5(2)', 'must', CITY_AND_CONTRACTORS, 'licences', {
    ja: 'クラウドに商用ソフトウェアを入れるときは、ライセンスの規定に従う',
    en: 'Commercial software in a cloud is used as its licence says',
  }),
  organisational('8.6(1)', 'definition', CITY, 'discipline', {
    ja: 'ポリシーに違反した職員等と監督責任者は、重大性等に応じて懲戒処分の対象となる',
    en: 'Staff who break the policy, and their superiors, may be disciplined by the gravity of the case',
  }),
  organisational('8.6(2)', 'must', CITY, 'discipline', {
    ja: '職員等の違反を確認したときは、速やかに定められた措置をとる',
    en: 'When a violation by staff is seen, the steps laid down are taken at once',
  }),
  organisational('8.6(2)①', 'must', CITY, 'discipline', {
    ja: '違反を確認した統括情報セキュリティ責任者は、所属の管理者に知らせて措置を求める',
    en: "The general security officer tells the staff member's section security manager and asks for action",
  }),
  organisational('8.6(2)②', 'must', CITY, 'discipline', {
    ja: '違反を確認した情報システム管理者等は、統括情報セキュリティ責任者と所属の管理者に知らせる',
    en: 'Others who see a violation tell the general security officer and the section security manager',
  }),
  organisational('8.6(2)③', 'must', CITY, 'discipline', {
    ja: '改善されない職員等の利用を停止でき、停止したときはCISO等に速やかに知らせる',
    en: 'Access may be taken from staff who do not mend their ways, and the CISO is then told at once',
  }),
];
