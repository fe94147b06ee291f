import { CITY, CITY_AND_CONTRACTORS, CITY_AND_PROVIDER } from './bearers';
import { type Clause, evidence, organisational } from './clause-row';

/** 10: audits, self-inspection and revision. */
export const REVIEW: readonly Clause[] = [
  evidence('10.1', 'must', CITY, {
    ja: '情報セキュリティ監査を行い、結果を対策の見直しに生かす',
    en: 'Security is audited, and the results improve it',
    reason: {
      ja: '監査は人が行う。本ツールの報告は監査証拠の一つとなる。',
      en: 'People audit; the reports of this tool are one piece of evidence.',
    },
    evidence: {
      ja: '監査の計画、報告及び本ツールの検査結果',
      en: "Audit plan and report, and this tool's results",
    },
  }),
  evidence('10.1(1)', 'must', CITY, {
    ja: 'CISOは監査の統括責任者を指名し、必要に応じて対策の状況を監査させる',
    en: 'The CISO names a head of audits and has security audited as needed',
    reason: {
      ja: '指名と監査の実施は市の決定による。',
      en: "Naming the head and holding an audit are the city's decisions.",
    },
    evidence: {
      ja: '監査統括責任者の指名と、監査の実施の記録',
      en: 'The appointment of the head of audits, and records of audits',
    },
  }),
  evidence('10.1(2)①', 'must', CITY, {
    ja: '監査は、監査を受ける部門から独立した者に依頼する',
    en: 'Auditors are independent of those they audit',
    reason: {
      ja: '監査人の所属はテンプレートに現れない。',
      en: 'Where auditors belong does not appear in templates.',
    },
    evidence: {
      ja: '監査の依頼書と、監査人の所属',
      en: 'The engagement of the auditors, and where they belong',
    },
  }),
  evidence('10.1(2)②', 'must', CITY, {
    ja: '監査を行う者は、監査と情報セキュリティの専門知識を持つ',
    en: 'Auditors know auditing and security',
    reason: { ja: '監査人の専門知識は資格等で示す。', en: 'What auditors know is shown by qualifications.' },
    evidence: { ja: '監査人の資格や経験', en: "The auditors' qualifications and experience" },
  }),
  evidence('10.1(3)①', 'must', CITY, {
    ja: '監査の実施計画を立て、宮崎市情報セキュリティ委員会の承認を受ける',
    en: 'The audit is planned, and the committee approves the plan',
    reason: { ja: '計画と承認は委員会の文書による。', en: "Plan and approval are the committee's papers." },
    evidence: { ja: '監査実施計画と、委員会の承認', en: "The audit plan, and the committee's approval" },
  }),
  evidence('10.1(3)②', 'must', CITY_AND_CONTRACTORS, {
    ja: '監査を受ける部門は、監査に協力する',
    en: 'Those who are audited help',
    reason: {
      ja: '協力は監査の場で行われる。本ツールの証跡の出力はその一助となる。',
      en: 'Help is given during the audit; the evidence of this tool is part of it.',
    },
    evidence: { ja: '監査人に提出した資料の一覧', en: 'A list of what was handed to the auditors' },
  }),
  evidence('10.1(4)①', 'should', CITY_AND_CONTRACTORS, {
    ja: '委託事業者を、下請けも含めて必要に応じて監査する',
    en: 'Contractors and their subcontractors are audited as needed',
    reason: { ja: '委託事業者の監査は契約により行う。', en: 'Contractors are audited by contract.' },
    evidence: { ja: '委託事業者の監査の報告', en: 'Reports of audits of contractors' },
  }),
  evidence('10.1(4)②', 'should', CITY_AND_PROVIDER, {
    ja: 'クラウド事業者の遵守を必要に応じて監査し、第三者の証明書や報告書を証拠にできる',
    en: 'The cloud provider is audited as needed; certificates and reports of third parties count as evidence',
    reason: {
      ja: 'クラウド事業者の内部は、第三者の報告書によって確かめる。',
      en: 'What goes on inside the provider is known from third-party reports.',
    },
    evidence: {
      ja: 'クラウド事業者の第三者監査報告書や認証',
      en: 'Third-party audit reports and certificates of the provider',
    },
  }),
  evidence('10.1(5)', 'must', CITY, {
    ja: '監査の結果を、宮崎市情報セキュリティ委員会へ報告する',
    en: 'Audit results are put together and reported to the committee',
    reason: {
      ja: '委員会への報告は監査統括責任者が行う。',
      en: 'The head of audits reports to the committee.',
    },
    evidence: { ja: '委員会への監査結果の報告', en: 'The report of audit results to the committee' },
  }),
  evidence('10.1(6)', 'must', CITY, {
    ja: '監査証拠と監査調書を、なくさないように保管する',
    en: 'Audit evidence and working papers are kept from loss',
    reason: { ja: '監査の書類は監査統括責任者が保管する。', en: 'The head of audits keeps the papers.' },
    evidence: { ja: '監査証拠と監査調書の保管の状況', en: 'How audit evidence and papers are kept' },
  }),
  evidence('10.1(7)', 'must', CITY, {
    ja: 'CISOは指摘事項への対処を指示し、同種の問題がありそうな部署にも確かめさせる',
    en: 'The CISO orders findings to be dealt with, and others who may share them to check',
    reason: { ja: '対処の指示はCISOの決定による。', en: "What is to be done is the CISO's decision." },
    evidence: { ja: '指摘事項への対処の指示と、その結果', en: 'Orders on findings, and what came of them' },
  }),
  evidence('10.1(8)', 'must', CITY, {
    ja: '委員会は、監査の結果をポリシーや対策の見直しに生かす',
    en: 'The committee uses audit results when it revises the policy and measures',
    reason: { ja: 'ポリシーの見直しは委員会が行う。', en: 'The committee revises the policy.' },
    evidence: { ja: '監査の結果を反映した見直しの記録', en: 'Records of revisions that follow audits' },
  }),
  evidence('10.2', 'must', CITY, {
    ja: '自己点検を行い、結果を改善と見直しに生かす',
    en: 'Security is self-inspected, and the results improve it',
    reason: {
      ja: '自己点検は各責任者が行う。本ツールの報告はその資料となる。',
      en: 'The officers inspect; the reports of this tool are material for it.',
    },
    evidence: { ja: '自己点検票と、改善の記録', en: 'The self-inspection sheet, and records of improvement' },
  }),
  evidence('10.2(1)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '所管するネットワークとシステムを、定期に又は必要に応じて自己点検する',
    en: 'Networks and systems are self-inspected regularly or as needed',
    reason: { ja: '点検の実施と判断は所管する責任者による。', en: 'Those in charge inspect and judge.' },
    evidence: {
      ja: 'ネットワークと情報システムの自己点検票',
      en: 'The self-inspection sheet of networks and systems',
    },
  }),
  evidence('10.2(1)②', 'must', CITY, {
    ja: '部局等の対策の状況を、毎年度又は必要に応じて自己点検する',
    en: 'Departments inspect their security every year or as needed',
    reason: { ja: '点検の実施と判断は部局等による。', en: 'The departments inspect and judge.' },
    evidence: { ja: '部局等の自己点検票', en: 'The self-inspection sheets of departments' },
  }),
  evidence('10.2(2)', 'must', CITY, {
    ja: '自己点検の結果と改善策を、宮崎市情報セキュリティ委員会へ報告する',
    en: 'Results and improvements are put together and reported to the committee',
    reason: { ja: '委員会への報告は各責任者が行う。', en: 'The officers report to the committee.' },
    evidence: { ja: '自己点検の結果と改善策の報告', en: 'The report of results and improvements' },
  }),
  evidence('10.2(3)①', 'must', CITY, {
    ja: '職員等は、点検の結果に基づき、自分の権限の中で改善する',
    en: 'Staff improve what is within their power',
    reason: { ja: '改善は職員等が行う。', en: 'Staff make the improvements.' },
    evidence: { ja: '改善の実施の記録', en: 'Records of improvements' },
  }),
  evidence('10.2(3)②', 'must', CITY, {
    ja: '委員会は、点検の結果をポリシーや対策の見直しに生かす',
    en: 'The committee uses the results when it revises the policy and measures',
    reason: { ja: 'ポリシーの見直しは委員会が行う。', en: 'The committee revises the policy.' },
    evidence: { ja: '点検の結果を反映した見直しの記録', en: 'Records of revisions that follow inspections' },
  }),
  organisational('10.3', 'definition', CITY, 'revision', {
    ja: 'ポリシーと関係規定等を見直す（見出しだけがあり、本文はない）',
    en: 'The policy and its rules are revised (a heading without a text)',
  }),
];
