import {
  CITY,
  CITY_AGENCY_AND_CONTRACTORS,
  CITY_AND_CONTRACTORS,
  CITY_PROVIDER_AND_CONTRACTORS,
} from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 8.1 and 8.2: watching the systems, and whether the policy is kept. */
export const OPERATION: readonly Clause[] = [
  partly('8.1①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'セキュリティの事案を検知するため、システムを常に監視する',
    en: 'Systems are watched at all times, so that incidents are seen',
    reason: {
      ja: '警報とその通知先は確かめられるが、監視する体制は現れない。',
      en: 'Alarms and whom they reach can be checked; the people who watch do not appear.',
    },
    evidence: {
      ja: '監視の体制と、警報への対応の記録',
      en: 'Who watches, and records of how alarms were answered',
    },
  }),
  partly('8.1②', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '重要なログを取るサーバの時刻を正確にして互いに合わせ、クラウドの時刻の同期も確かめる',
    en: "Servers with important logs have the exact time, and the same; the cloud's time is confirmed too",
    reason: {
      ja: '時刻の取得元の設定は確かめられるが、OSの中で同期しているかは現れない。',
      en: 'Time sources that are set can be checked; whether an operating system is in step does not appear.',
    },
    evidence: { ja: 'OSの時刻同期の状態', en: 'The state of time synchronisation in operating systems' },
  }),
  partly('8.1③', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '外部と常につながるシステムを常に監視する',
    en: 'Systems that are always connected to the outside are always watched',
    reason: {
      ja: '警報とその通知先は確かめられるが、監視する体制は現れない。',
      en: 'Alarms and whom they reach can be checked; the people who watch do not appear.',
    },
    evidence: {
      ja: '外部と接続するシステムの監視の体制',
      en: 'Who watches systems that are connected to the outside',
    },
  }),
  partly('8.1④', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '必要な容量と能力を得られるクラウド事業者を選び、監視して先を見込み、業務の維持に努める',
    en: 'The provider can give the capacity needed, and use is watched and foreseen so that work goes on',
    reason: {
      ja: '拡張と警報の設定は確かめられるが、事業者の選定と需要の見込みは現れない。',
      en: 'Scaling and alarms can be checked; the choice of the provider and forecasts do not appear.',
    },
    evidence: {
      ja: '容量と能力の見込みと、事業者の選定の記録',
      en: 'Forecasts of capacity, and records of how the provider was chosen',
    },
  }),
  enforced('8.1⑤', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: 'イベントログの取得方針を定め、クラウドがそれを満たすか、機能の追加が要るかを検討する',
    en: "What events are logged is laid down, and whether the cloud's functions suffice is considered",
    reason: {
      ja: 'プロファイルの定めに沿ってログが取られているかを確かめる。方針の決定と検討の経過は文書による。',
      en: 'Logs are held against what the profile lays down; the decision and what was considered are on paper.',
    },
    evidence: { ja: 'イベントログの取得方針', en: 'The policy on event logs' },
  }),
  enforced('8.1⑥', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '重大なインシデントにつながるクラウドの操作を、手順にして確かめる',
    en: 'Cloud operations that can lead to serious incidents have a procedure and are checked',
    reason: {
      ja: '削除の保護の設定を確かめる。手順書は市が整備する。',
      en: 'Protection from deletion is checked; the procedures are for the city to write.',
    },
    evidence: {
      ja: '重要な操作の手順書と、確認の記録',
      en: 'Procedures for critical operations, and records of checks',
    },
  }),
  enforced('8.1⑥(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: '仮想化された機器の導入、変更及び削除を、手順にして確かめる',
    en: 'Installing, changing and deleting virtual devices has a procedure and is checked',
    reason: {
      ja: '削除の保護の設定を確かめる。手順書は市が整備する。',
      en: 'Protection from deletion is checked; the procedures are for the city to write.',
    },
    evidence: { ja: '仮想化された機器の操作の手順書', en: 'Procedures for operations on virtual devices' },
  }),
  organisational('8.1⑥(イ)', 'must', CITY_AND_CONTRACTORS, 'operationProcedure', {
    ja: 'クラウドの利用を終える手順を定めて確かめる',
    en: 'Ending the use of a cloud service has a procedure and is checked',
  }),
  partly('8.1⑥(ウ)', 'must', CITY_AND_CONTRACTORS, {
    ja: 'バックアップと復旧を、手順にして確かめる',
    en: 'Backing up and restoring has a procedure and is checked',
    reason: {
      ja: 'バックアップの設定とその保護は確かめられるが、復旧の手順と訓練は現れない。',
      en: 'Backups and their protection can be checked; how to restore, and trials of it, do not appear.',
    },
    evidence: { ja: '復旧の手順書と、試験の記録', en: 'Procedures for restoring, and records of trials' },
  }),
  organisational('8.2(1)①', 'must', CITY, 'complianceReview', {
    ja: '部局等と課室等でポリシーの遵守を確かめ、問題はCISO等へ速やかに報告する',
    en: 'Departments and sections review whether the policy is kept, and report problems at once',
  }),
  organisational('8.2(1)②', 'must', CITY, 'complianceReview', {
    ja: 'CISOは、生じた問題に速やかに対処する',
    en: 'The CISO deals with problems at once',
  }),
  partly('8.2(1)③', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'ネットワークとサーバの設定がポリシーに沿っているかを定期に確かめ、問題を速やかに直す',
    en: 'Settings of networks and servers are checked regularly against the policy, and problems mended at once',
    reason: {
      ja: '構成の記録と評価の設定は確かめられるが、定期の確認の実施は現れない。',
      en: 'Recording and evaluation of the configuration can be checked; that the review takes place does not appear.',
    },
    evidence: {
      ja: '定期の確認の結果と、対処の記録',
      en: 'Results of regular checks, and records of what was done',
    },
  }),
  organisational('8.2(2)', 'may', CITY, 'investigation', {
    ja: 'CISO等は、不正の調査のため、職員等の端末のログや電子メールの記録等を調べられる',
    en: 'The CISO may look into logs and mail of staff when investigating',
  }),
  organisational('8.2(3)①', 'must', CITY, 'complianceReport', {
    ja: '違反を見付けた職員等は、直ちに統括情報セキュリティ責任者等へ報告する',
    en: 'Staff who see the policy broken report it at once',
  }),
  organisational('8.2(3)②', 'must', CITY, 'complianceReport', {
    ja: '重大な影響が見込まれる違反には、緊急時対応計画により対処する',
    en: 'Violations with grave effects are dealt with by the emergency plan',
  }),
];
