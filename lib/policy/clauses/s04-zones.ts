import {
  CITY,
  CITY_AGENCY_AND_CONTRACTORS,
  CITY_AND_CONTRACTORS,
  CITY_PROVIDER_AND_CONTRACTORS,
} from './bearers';
import { type Clause, enforced, organisational, partly } from './clause-row';

/** 4: the three zones. */
export const ZONES_APART: readonly Clause[] = [
  enforced('4(1)①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'マイナンバー利用事務系は他の領域と通信できないようにし、外部との通信は経路とポートを限定する',
    en: 'The my-number zone has no path to other zones; where it must reach out, addresses and ports are limited',
    reason: {
      ja: 'アプリの中の到達経路を確かめる。アプリの外でつながる経路と、公的機関のシステムをLGWAN経由で使う場合の例外は要証跡となる。',
      en: "Paths inside the app are worked out. Connections made outside of it, and the proviso for public bodies' systems over LGWAN, need evidence.",
    },
    evidence: {
      ja: 'アプリの外の接続の一覧と、LGWANを経由する公的機関の接続先の承認',
      en: "A list of connections outside of the app, and the approval of public bodies' systems that are reached over LGWAN",
    },
  }),
  partly('4(1)②(ア)', 'must', CITY_AND_CONTRACTORS, {
    ja: 'マイナンバー利用事務系の利用者は、二つ以上の要素で認証する',
    en: 'Users of the my-number zone are authenticated by two or more factors',
    reason: {
      ja: 'アプリが定める認証は確かめられるが、端末や他の認証基盤での認証は現れない。',
      en: 'Authentication that the app defines can be checked; that of terminals and other identity providers does not appear.',
    },
    evidence: {
      ja: '端末と認証基盤の多要素認証の設定',
      en: 'Settings of multi-factor authentication at terminals and identity providers',
    },
  }),
  partly('4(1)②(イ)', 'may', CITY_AND_CONTRACTORS, {
    ja: '情報を持ち出せるのは、業務に必要な場合に、暗号化等を行い、許可された媒体によるときに限る',
    en: 'Data may be taken out only where the work needs it, encrypted, on permitted media',
    reason: {
      ja: 'スナップショット等の共有と他アカウントへの読取りは確かめられるが、端末の媒体の利用は現れない。',
      en: 'Sharing of snapshots and reads from other accounts can be checked; media at terminals do not appear.',
    },
    evidence: {
      ja: '媒体の接続の制限と、持ち出しの許可の記録',
      en: 'Limits on connecting media, and records of permissions to take data out',
    },
  }),
  partly('4(1)③', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: '専用回線でつなぐガバメントクラウドの領域はマイナンバー利用事務系とし、他の領域とネットワークを分ける',
    en: 'The part of Government Cloud on the dedicated line counts as the my-number zone and has a network of its own',
    reason: {
      ja: '領域ごとのVPCの分離は確かめられるが、専用回線の敷設と庁内の経路は現れない。',
      en: 'That zones have VPCs of their own can be checked; the dedicated line and routes on the premises do not appear.',
    },
    evidence: { ja: '専用回線の構成図と契約', en: 'The diagram and contract of the dedicated line' },
  }),
  enforced('4(1)④', 'must', CITY_PROVIDER_AND_CONTRACTORS, {
    ja: 'ガバメントクラウド上のマイナンバー利用事務系の情報資産は、十分な強度の暗号で守る',
    en: 'Assets of the my-number zone in Government Cloud are protected by encryption of sufficient strength',
    reason: {
      ja: '暗号化と鍵の設定を確かめる。事業者の暗号機能についての情報は市が入手する。',
      en: "Encryption and keys are checked; information on the provider's functions is for the city to obtain.",
    },
    evidence: {
      ja: '事業者の暗号機能について確認した記録',
      en: "A record that the provider's encryption functions were looked into",
    },
  }),
  partly('4(2)①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'インターネット接続系とLGWAN接続系を分離し、必要な通信に限って許可し、取り込むものは無害化する',
    en: 'The LGWAN and Internet zones are separated, only needed traffic passes, and what enters is sanitized',
    reason: {
      ja: '二つの領域の間の経路と、宣言された無害化の装置を通ることは確かめられるが、その装置の働きは現れない。',
      en: 'Paths between the two zones and that they cross a declared sanitizer can be checked; how the sanitizer works does not appear.',
    },
    evidence: {
      ja: '無害化の方式と、その動作の確認の記録',
      en: 'The method of sanitizing, and records that it works',
    },
  }),
  partly('4(2)①(ア)', 'may', CITY_AND_CONTRACTORS, {
    ja: '無害化の方法の一つとして、メールの本文をテキストにして転送する',
    en: 'One way to sanitize: mail bodies are passed on as plain text',
    reason: {
      ja: '経路が無害化の装置を通ることは確かめられるが、メールの変換は装置の設定による。',
      en: 'That the path crosses a sanitizer can be checked; how mail is converted is set in the device.',
    },
    evidence: { ja: 'メールを無害化する装置の設定', en: 'Settings of the device that sanitizes mail' },
  }),
  partly('4(2)①(イ)', 'may', CITY_AND_CONTRACTORS, {
    ja: '無害化の方法の一つとして、インターネット接続系の画面だけを転送する',
    en: "One way to sanitize: only the screen of the Internet zone's terminal is transferred",
    reason: {
      ja: '画面転送のほかの経路がないことは確かめられるが、転送の内容は製品の設定による。',
      en: 'That there is no other path can be checked; what is transferred is set in the product.',
    },
    evidence: { ja: '画面転送の製品の設定', en: 'Settings of the product that transfers screens' },
  }),
  partly('4(2)①(ウ)', 'may', CITY_AND_CONTRACTORS, {
    ja: '無害化の方法の一つとして、ファイルから危険因子を除き、又はないと確かめて取り込む',
    en: 'One way to sanitize: files are cleaned, or known to be clean, before they enter',
    reason: {
      ja: '経路が無害化の装置を通ることは確かめられるが、ファイルの処理は装置の設定による。',
      en: 'That the path crosses a sanitizer can be checked; what is done to files is set in the device.',
    },
    evidence: { ja: 'ファイルを無害化する装置の設定', en: 'Settings of the device that sanitizes files' },
  }),
  partly('4(2)②', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'クラウド上のLGWAN接続系は、マイナンバー利用事務系と別のネットワークとし、専用回線等でつなぐ',
    en: 'Cloud systems of the LGWAN zone are apart from the my-number zone and are reached by a dedicated or equally safe line',
    reason: {
      ja: 'VPCの分離とインターネットVPNの有無は確かめられるが、回線そのものは現れない。',
      en: 'That VPCs are apart and that no VPN runs over the Internet can be checked; the line itself does not appear.',
    },
    evidence: { ja: '接続回線の構成図と契約', en: 'The diagram and contract of the line' },
  }),
  partly('4(3)①', 'must', CITY_AGENCY_AND_CONTRACTORS, {
    ja: 'インターネット接続系の通信とふるまいを監視し、インシデントを早期に見付けて対処する',
    en: 'Traffic and behaviour in the Internet zone are watched, so that incidents are found and handled early',
    reason: {
      ja: '通信の記録と検知の設定は確かめられるが、見付けた後の対処は人による。',
      en: 'Flow logs and detection can be checked; people act on what is found.',
    },
    evidence: {
      ja: '監視の体制と、検知した事案への対処の記録',
      en: 'Who watches, and records of what was done about detections',
    },
  }),
  organisational('4(3)②', 'must', CITY, 'prefecture', {
    ja: '自治体情報セキュリティクラウドに参加し、国や県と連携する',
    en: 'The city takes part in the municipal security cloud and works with ministries and the prefecture',
  }),
  organisational('4(3)③', 'must', CITY, 'outsideReview', {
    ja: 'インターネット接続系に主な端末や重要な情報資産を置くときは、事前の外部確認と定期の外部監査を受ける',
    en: 'Where main terminals or important assets are moved to the Internet zone, outsiders review it before and audit it regularly',
  }),
];
