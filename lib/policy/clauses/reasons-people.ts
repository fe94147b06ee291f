/** What staff do, and development. */
export const PEOPLE_REASONS = {
  staffConduct: {
    ja: '職員等の心得であり、周知と自己点検で確かめる。',
    en: 'It is how staff behave, seen to by notices and self-inspection.',
  },
  remoteWork: {
    ja: '庁外での情報処理の措置であり、CISOが定めて職員等が守る。',
    en: 'It is about work outside, which the CISO lays down and staff follow.',
  },
  desk: {
    ja: '離席時の端末と文書の扱いであり、職場の点検で確かめる。',
    en: 'It is about screens and papers on desks, seen by inspecting the workplace.',
  },
  leaving: {
    ja: '異動と退職の手続であり、返却の確認書等で示す。',
    en: 'It is about moving and leaving, shown by receipts of what was given back.',
  },
  temporaryStaff: {
    ja: '非常勤職員等の採用時の説明と同意であり、情報セキュリティ管理者が行う。',
    en: 'It is about what temporary staff are told and agree to, seen to by the section security manager.',
  },
  training: {
    ja: '研修の計画、実施及び受講であり、CISOの記録で示す。',
    en: "It is about planning, holding and attending training, shown by the CISO's records.",
  },
  drill: {
    ja: '緊急時の訓練の計画と実施であり、訓練の記録で示す。',
    en: 'It is about drills for emergencies, shown by their records.',
  },
  icCard: {
    ja: 'ICカード等の所持、紛失及び切替えの扱いであり、カードの管理簿で示す。',
    en: 'It is about carrying, losing and changing cards, shown by the card register.',
  },
  sharedId: {
    ja: '共用IDを誰が使ったかは、利用者の名簿と利用の記録で示す。',
    en: 'Who used a shared id is shown by the list of its users and records of use.',
  },
  passwordConduct: {
    ja: '職員等がパスワードをどう扱うかであり、周知と自己点検で確かめる。',
    en: 'It is how staff treat passwords, seen to by notices and self-inspection.',
  },
  mailConduct: {
    ja: '職員等の電子メールの使い方であり、周知とメールの記録で確かめる。',
    en: 'It is how staff use mail, seen to by notices and mail logs.',
  },
  mailServer: {
    ja: '庁内の電子メールの基盤の運用であり、その設定と手順で示す。',
    en: "It is about running the city's mail, shown by its settings and procedures.",
  },
  softwareConduct: {
    ja: '端末へのソフトウェアの導入であり、許可の記録と端末の点検で確かめる。',
    en: 'It is about software on terminals, seen by permissions and checks of terminals.',
  },
  webConduct: {
    ja: '職員等のウェブの閲覧であり、閲覧の記録で確かめる。',
    en: 'It is about what staff read on the web, seen by its logs.',
  },
  webMeeting: {
    ja: 'Web会議の開き方であり、主催する職員等の設定による。',
    en: 'It is about how meetings are held, by the settings of the host.',
  },
  malwareConduct: {
    ja: '職員等が端末とメールで行う不正プログラム対策であり、周知と端末の管理で確かめる。',
    en: 'It is what staff do at terminals and in mail, seen to by notices and terminal management.',
  },
  infection: {
    ja: '感染したときに職員等が端末で行う対応であり、手順と訓練で示す。',
    en: 'It is what staff do at an infected terminal, shown by procedures and drills.',
  },
  discipline: {
    ja: '違反した職員等への処分と措置であり、人事と所属の管理者が行う。',
    en: 'It is about action against staff, by personnel and their managers.',
  },
  procurement: {
    ja: '調達仕様書、製品の調査及び契約の内容であり、調達の文書で示す。',
    en: "It is about specifications, examinations and contracts, shown by the procurement's papers.",
  },
  developers: {
    ja: '開発に携わる者とその権限の定めであり、体制図と権限表で示す。',
    en: 'It is about who develops with which rights, shown by organisation chart and table of rights.',
  },
  developmentTools: {
    ja: '開発と保守に使う道具の特定と更新であり、台帳と作業の記録で示す。',
    en: 'It is about the tools for development and their updates, shown by register and records.',
  },
  migration: {
    ja: '移行と更新の計画、基準及び検証であり、計画書と結果で示す。',
    en: 'It is about planning and verifying a migration, shown by plan and results.',
  },
  tests: {
    ja: '導入前の試験とその分担であり、試験計画と結果で示す。',
    en: 'It is about tests before introduction and who runs them, shown by plan and results.',
  },
  developmentRecords: {
    ja: '開発の資料、試験結果及びソースコードの保管であり、文書と版の管理で示す。',
    en: 'It is about keeping papers, test results and source code, shown by their management.',
  },
  programDesign: {
    ja: 'プログラムの入出力の設計であり、設計書と試験で示す。テンプレートはプログラムの中を含まない。',
    en: 'It is about how programs treat input and output, shown by design and tests; templates do not hold it.',
  },
  changeHistory: {
    ja: '仕様や設定の変更履歴であり、版の管理と変更管理の記録で示す。',
    en: 'It is the history of changes, shown by version control and change records.',
  },
  developmentSecurity: {
    ja: '開発の工程での対策であり、開発の規定と点検の記録で示す。',
    en: 'It is about measures during development, shown by its rules and records of checks.',
  },
};
