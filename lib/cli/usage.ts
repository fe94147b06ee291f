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
      --format text|json                 (default: text)
      --output FILE                      write the report to a file
      --lang ja|en                       (default: from LANG)
  jichitai-guardrails access [PATH...]   who can reach what, and why: roles, users, outside accounts, stores of confidentiality 2 and up
      --principal NAME                   one of them, by logical id, construct path or name
      --resource NAME                    what is reached, by the same
      --format text|json|csv             also --output, --profile, --zone, --lang as above; the exit status is 0
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
      --format text|json                 （既定：text）
      --output FILE                      結果をファイルに書き込む
      --lang ja|en                       （既定：LANGによる）
  jichitai-guardrails access [PATH...]   誰が何にアクセスできるか、その根拠（ロール、ユーザー、外部のアカウント、機密性2以上の保管先）
      --principal 名称                   主体を論理ID、コンストラクトパス又は名称で指定する
      --resource 名称                    アクセスされるリソースを同様に指定する
      --format text|json|csv             --output、--profile、--zone及び--langは上と同じ。終了ステータスは0
  jichitai-guardrails rules              規則の一覧を表示する   [--format text|json]
  jichitai-guardrails explain RULE       規則の内容と根拠を表示する
  jichitai-guardrails --help | --version

終了ステータス：0 配備を止める指摘なし、1 あり、2 検査できなかった
`;
