import type { Language } from '../text';

/** The help text. */
export function usage(language: Language): string {
  return language === 'ja' ? JA : EN;
}

const EN = `Usage:
  jichitai-guardrails check [PATH...]    check templates, folders of templates and cloud assemblies (default: cdk.out);
                                         all PATHs of one call are one deployment
      --profile NAME|FILE.yaml           figures and facts of the municipality (default: miyazaki)
      --exceptions FILE                  register of approved exceptions
      --zone ZONE                        zone of resources that declare none: my-number, lgwan, internet, management
      --facts FILE                       networks of other repositories (may be given several times)
      --format text|json                 (default: text)
      --output FILE                      write the report to a file
      --lang ja|en                       (default: from LANG)
  jichitai-guardrails facts [PATH...]    write what other repositories need to know of these networks   [--output FILE]
  jichitai-guardrails rules              list the rules   [--format text|json]
  jichitai-guardrails explain RULE       say what a rule asks and why
  jichitai-guardrails --help | --version

Exit status: 0 nothing blocks, 1 findings block, 2 the check could not be made
`;

const JA = `使い方:
  jichitai-guardrails check [PATH...]    テンプレート、そのフォルダ、クラウドアセンブリを検査する（既定：cdk.out）
                                         一度に指定したPATHは、全体で一つの配備とみなす
      --profile NAME|FILE.yaml           自治体ごとの数値と既知の事実（既定：miyazaki）
      --exceptions FILE                  承認された例外措置の台帳
      --zone ZONE                        領域の宣言がないリソースの領域：my-number、lgwan、internet、management
      --facts FILE                       他のリポジトリのネットワークに関する既知の事実（複数指定できる）
      --format text|json                 （既定：text）
      --output FILE                      結果をファイルに書き込む
      --lang ja|en                       （既定：LANGによる）
  jichitai-guardrails facts [PATH...]    他のリポジトリの検査に必要なネットワークの事実を書き出す   [--output FILE]
  jichitai-guardrails rules              規則の一覧を表示する   [--format text|json]
  jichitai-guardrails explain RULE       規則の内容と根拠を表示する
  jichitai-guardrails --help | --version

終了ステータス：0 配備を止める指摘なし、1 あり、2 検査できなかった
`;
