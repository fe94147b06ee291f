import {
  CITY,
  CITY_AND_CONTRACTORS,
  CITY_AND_PROVIDER,
  CITY_AND_VENDOR,
  CITY_PROVIDER_AND_CONTRACTORS,
} from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 9.2(5) to 9.4: external services in use. */
export const SERVICES: readonly Clause[] = [
  partly('9.2(5)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部サービスで情報システムを構築するときのセキュリティ対策を規定する',
    en: 'Security measures for building systems on external services are laid down',
    reason: {
      ja: '構築された設定は確かめられるが、規定そのものは市の文書による。',
      en: "What was built can be checked; the rules themselves are the city's documents.",
    },
    evidence: { ja: '構築時のセキュリティ対策の規定', en: 'The rules on security when building' },
  }),
  enforced('9.2(5)①(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: '構築時に、不正なアクセスを防ぐアクセス制御を行う',
    en: 'Systems are built with access control against unauthorised access',
  }),
  enforced('9.2(5)①(イ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '構築時に、情報の機密性を守る暗号化を行う',
    en: 'Systems are built with encryption that keeps information confidential',
  }),
  organisational('9.2(5)①(ウ)', 'must', CITY_AND_VENDOR, 'developmentSecurity', {
    ja: '開発の段階でセキュリティ対策を行う',
    en: 'Security is seen to during development',
  }),
  enforced('9.2(5)①(エ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '構築時に、設計と設定の誤りを防ぐ',
    en: 'Errors of design and settings are prevented when building',
  }),
  partly('9.2(5)①(オ)', 'must', CITY_AND_CONTRACTORS, {
    ja: 'クラウドのユーティリティプログラムに対策を行う',
    en: 'Utility programs of the cloud are secured',
    reason: {
      ja: '遠隔操作の機能の権限は確かめられるが、OSの中のプログラムは現れない。',
      en: 'Rights to functions for remote commands can be checked; programs inside operating systems do not appear.',
    },
    evidence: {
      ja: '利用を認めたユーティリティプログラムの一覧',
      en: 'A list of permitted utility programs',
    },
  }),
  organisational('9.2(5)②', 'must', CITY, 'serviceReview', {
    ja: '外部サービス管理者は、構築時に規定の実施状況を確かめる',
    en: "The service's manager confirms when building that the rules are followed",
  }),
  organisational('9.2(5)③', 'must', CITY_AND_PROVIDER, 'serviceReview', {
    ja: 'クラウドサービス管理者は、構築の手順と実践を事業者に問い、確かめて記録する',
    en: "The cloud's manager asks the provider how it builds, confirms and records it",
  }),
  partly('9.2(6)①', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部サービスで情報システムを運用するときのセキュリティ対策を規定する',
    en: 'Security measures for running systems on external services are laid down',
    reason: {
      ja: '運用されている設定は確かめられるが、規定そのものは市の文書による。',
      en: "What runs can be checked; the rules themselves are the city's documents.",
    },
    evidence: { ja: '運用時のセキュリティ対策の規定', en: 'The rules on security when running' },
  }),
  organisational('9.2(6)①(ア)', 'must', CITY, 'serviceRules', {
    ja: '外部サービスをどう利用するかの方針を規定する',
    en: 'The guideline on using services is laid down',
  }),
  organisational('9.2(6)①(イ)', 'must', CITY, 'training', {
    ja: '外部サービスの利用に要る教育を行う',
    en: 'Those who use services are trained for it',
  }),
  organisational('9.2(6)①(ウ)', 'must', CITY_AND_CONTRACTORS, 'serviceAssets', {
    ja: '外部サービスで扱う資産を管理する',
    en: 'Assets on services are managed',
  }),
  enforced('9.2(6)①(エ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '運用時に、不正アクセスを防ぐアクセス制御を続ける',
    en: 'Systems are run with access control against unauthorised access',
  }),
  enforced('9.2(6)①(オ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '運用時に、情報の機密性を守る暗号化を続ける',
    en: 'Systems are run with encryption that keeps information confidential',
  }),
  partly('9.2(6)①(カ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '外部サービスの中の通信を制御する',
    en: 'Traffic inside the service is controlled',
    reason: {
      ja: 'エンドポイントとそのポリシーは確かめられるが、アプリの外の通信は現れない。',
      en: 'Endpoints and their policies can be checked; traffic outside of the app does not appear.',
    },
    evidence: { ja: 'アプリの外の通信の制御の設定', en: 'How traffic outside of the app is controlled' },
  }),
  enforced('9.2(6)①(キ)', 'must', CITY_AND_CONTRACTORS, {
    ja: '運用時に、設計と設定の誤りを防ぐ',
    en: 'Errors of design and settings are prevented when running',
  }),
  organisational('9.2(6)①(ク)', 'must', CITY_AND_CONTRACTORS, 'serviceContinuity', {
    ja: '外部サービスを使うシステムの事業を継続できるようにする',
    en: 'Work goes on where systems use services',
  }),
  organisational('9.2(6)①(ケ)', 'must', CITY_AND_CONTRACTORS, 'changeHistory', {
    ja: '設計や設定を変えたときの情報と履歴を管理する',
    en: 'What was changed in design and settings, and when, is kept',
  }),
  organisational('9.2(6)②', 'must', CITY_AND_PROVIDER, 'serviceIncident', {
    ja: '外部サービスのインシデントを知ったときの対処手順を整える',
    en: 'What to do about incidents of a service is laid down',
  }),
  organisational('9.2(6)③', 'must', CITY, 'serviceReview', {
    ja: '外部サービス管理者は、運用の状況が規定に沿うかを定期に確かめる',
    en: "The service's manager confirms regularly that the rules are followed",
  }),
  organisational('9.2(6)④', 'must', CITY_AND_PROVIDER, 'serviceReview', {
    ja: 'クラウドサービス管理者は、運用と保守の手順と実践を事業者に問い、定期に確かめて記録する',
    en: "The cloud's manager asks the provider how it runs, and confirms and records it regularly",
  }),
  organisational('9.2(7)①', 'must', CITY_AND_CONTRACTORS, 'serviceEnd', {
    ja: '外部サービスの利用を終えるときのセキュリティ対策を規定する',
    en: 'Security measures for ending the use of a service are laid down',
  }),
  organisational('9.2(7)①(ア)', 'must', CITY_AND_CONTRACTORS, 'serviceEnd', {
    ja: '利用を終えるときに必要な対策を行う',
    en: 'What is needed at the end of use is done',
  }),
  organisational('9.2(7)①(イ)', 'must', CITY_AND_CONTRACTORS, 'serviceEnd', {
    ja: '外部サービスで扱った情報を廃棄する',
    en: 'Information on the service is disposed of',
  }),
  organisational('9.2(7)①(ウ)', 'must', CITY_AND_CONTRACTORS, 'serviceEnd', {
    ja: '外部サービスのために作ったアカウントを廃棄する',
    en: 'Accounts made for the service are removed',
  }),
  organisational('9.2(7)②', 'must', CITY, 'serviceReview', {
    ja: '外部サービス管理者は、利用を終えるときの実施状況を確かめる',
    en: "The service's manager confirms that the rules on the end of use were followed",
  }),
  enforced('9.2(7)③', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: '機密性の高い情報は暗号化して保存し、破棄するときは鍵を消す等により復元できなくする',
    en: 'Confidential information is stored encrypted, and made unrecoverable at the end, as by destroying its key',
    reason: {
      ja: '鍵の分け方と消去の権限を確かめる。破棄の実施は記録で示す。',
      en: 'How keys are divided and who may destroy them is checked; that it was done is shown by records.',
    },
    evidence: {
      ja: '鍵の消去と、破棄の実施の記録',
      en: 'Records that keys were destroyed and information disposed of',
    },
  }),
  organisational('9.3(1)①', 'must', CITY, 'openServices', {
    ja: '機密性2以上を扱わない外部サービスの規定を整え、機密性2以上を扱わせない',
    en: 'Rules on services without confidential information are laid down, and none is handled there',
  }),
  organisational('9.3(1)①(ア)', 'must', CITY, 'openServices', {
    ja: '規定に、サービスを利用できる業務を含める',
    en: 'The rules tell for which work services may be used',
  }),
  organisational('9.3(1)①(イ)', 'must', CITY, 'openServices', {
    ja: '規定に、申請を許可する者と手続を含める',
    en: 'The rules tell who permits use, and how',
  }),
  organisational('9.3(1)①(ウ)', 'must', CITY, 'openServices', {
    ja: '規定に、外部サービス管理者の指名と利用状況の把握を含める',
    en: 'The rules tell who manages a service, and how its use is followed',
  }),
  organisational('9.3(1)①(エ)', 'must', CITY, 'openServices', {
    ja: '規定に、サービスを運用する手続を含める',
    en: 'The rules tell how services are run',
  }),
  organisational('9.3(2)①', 'must', CITY, 'openServices', {
    ja: '約款等からリスクを許容できると確かめて申請し、必要な措置の上で利用する',
    en: 'The risk by the terms is known to be acceptable, use is applied for, and measures are taken',
  }),
  organisational('9.3(2)②', 'must', CITY, 'openServices', {
    ja: '情報セキュリティ責任者は利用申請の可否を決め、承認したものを記録する',
    en: "The department's officer decides on applications and records approvals",
  }),
  organisational('9.4', 'must', CITY, 'socialMedia', {
    ja: 'ソーシャルメディアは、市のガイドラインに従って使う',
    en: "Social media are used by the city's guideline",
  }),
];
