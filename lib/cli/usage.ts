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
      --format NAME[=FILE]               text (default), json, sarif, junit, gitlab, github, markdown,
                                         oscal, xlsx and csv (self-inspection sheet); may be given more than once, with a file for all but one
      --output FILE                      where a --format without a FILE goes
      --base PATH                        what is there already: says what is new and what is fixed
      --evidence FOLDER|FILE.zip         audit evidence (10.1), with hashes; --previous BUNDLE chains it to the last one
      --redact                           without account ids, addresses and names, for copies that leave the city (7.1(5))
      --prefix FOLDER                    where the app lies in its repository, for places in reports
      --verbose                          everything, also what does not fit on the screen
      --lang ja|en                       (default: from LANG)
  jichitai-guardrails evidence verify BUNDLE...   whether evidence is unchanged, and continues the bundle before it
  jichitai-guardrails init [FOLDER]      add guardrail, profile, register and CI file to a project; overwrites nothing
      --ci github|gitlab|codebuild|none  (default: what the project has, else github)
  jichitai-guardrails rules              list the rules   [--format text|json|oscal]
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
      --format NAME[=FILE]               text（既定）、json、sarif、junit、gitlab、github、markdown、
                                         oscal、xlsx及びcsv（自己点検シート）
                                         複数指定できる。その場合、一つを除きFILEを付ける
      --output FILE                      FILEのない--formatの出力先
      --base PATH                        比較元：新たな指摘及び解消した指摘を示す
      --evidence FOLDER|FILE.zip         監査証跡（10.1）をハッシュ付きで保存する。--previous 証跡 で直前の証跡につなぐ
      --redact                           アカウントID、アドレス及び名称を伏せる（庁外に渡す写し、7.1(5)）
      --prefix FOLDER                    リポジトリの中でのアプリの場所（報告に示す位置のため）
      --verbose                          画面に収まらないものも全て表示する
      --lang ja|en                       （既定：LANGによる）
  jichitai-guardrails evidence verify 証跡…   証跡が改変されておらず、直前の証跡から続くことを確認する
  jichitai-guardrails init [FOLDER]      ガードレール、プロファイル、台帳及びCIの設定を加える（何も上書きしない）
      --ci github|gitlab|codebuild|none  （既定：プロジェクトにあるもの、なければgithub）
  jichitai-guardrails rules              規則の一覧を表示する   [--format text|json|oscal]
  jichitai-guardrails explain RULE       規則の内容と根拠を表示する
  jichitai-guardrails --help | --version

終了ステータス：0 配備を止める指摘なし、1 あり、2 検査できなかった
`;
