import type { Language } from '../text';

/** The help text. */
export function usage(language: Language): string {
  return language === 'ja' ? JA : EN;
}

const EN = `Usage:
  jichitai-guardrails check [PATH...]    check templates, folders of templates and cloud assemblies (default: cdk.out);
                                         all PATHs of one call are one deployment
      --profile NAME|FILE.yaml           figures and facts of the municipality (default: miyazaki)
      --exceptions PATH                  register of exceptions: a file, or a folder of files
      --at DATE                          what if the check were made on this day (in Japan)
      --zone ZONE                        zone of resources that declare none: my-number, lgwan, internet, management
      --facts FILE                       networks of other repositories; may be given more than once
      --cache FOLDER                     keep results there, and judge again only what a change can concern
      --format NAME[=FILE]               text (default), json, sarif, junit, gitlab, github, markdown,
                                         oscal, html, xlsx and csv (self-inspection sheet); may be given more than once, with a file for all but one
      --output FILE                      where a --format without a FILE goes
      --base PATH                        what is there already: says what is new and what is fixed
      --evidence FOLDER|FILE.zip         audit evidence (10.1), with hashes; --previous BUNDLE chains it to the last one
      --redact                           without account ids, addresses and names, for copies that leave the city (7.1(5))
      --prefix FOLDER                    where the app lies in its repository, for places in reports
      --verbose                          everything, also what does not fit on the screen
      --lang ja|en                       (default: from LANG)
  jichitai-guardrails access [PATH...]   who can reach what, and why: roles, users, outside accounts, stores of confidentiality 2 and up
      --principal NAME                   one of them, by logical id, construct path or name
      --resource NAME                    what is reached, by the same
      --format text|json|csv             also --output, --profile, --zone, --lang as above; the exit status is 0
  jichitai-guardrails facts [PATH...]    write what checks of other repositories need to know of these networks   [--output FILE]
  jichitai-guardrails evidence verify BUNDLE...   whether evidence is unchanged, and continues the bundle before it
  jichitai-guardrails init [FOLDER]      add guardrail, profile, register and CI file to a project; overwrites nothing
      --ci github|gitlab|codebuild|none  (default: what the project has, else github)
  jichitai-guardrails rules              list the rules   [--format text|json|oscal]
  jichitai-guardrails explain RULE       say what a rule asks and why
  jichitai-guardrails exceptions COMMAND the register of exceptions; nothing in it counts without a signature
      keygen --office O --key NEW.jwk    make a key that signs; prints what the profile needs of it
          [--holder NAME] [--key-id ID] [--alg EdDSA|ES256] [--starts D] [--expires D]
          [--public-key FILE.pem]        instead of --key: a key that KMS holds, by its public part
      apply RULE [PATH...]               draft an application from what a check finds
          --application N --expires D    [--exceptions PATH to add it there] [--resource R]... [--kind emergency]
          [--reason T] [--measures T] [--applicant N] [--approver N] [--office O] [--starts D] [--reported D]
      sign APPLICATION --exceptions PATH --profile FILE.yaml --key FILE.jwk
                                         show what would be approved, and the code with which --confirm CODE signs it
          --key-id ID                    instead of --key: a key held elsewhere signs what --signing-input FILE
                                         writes, and --signature FILE takes the result over
      verify | list | expire-soon --exceptions PATH --profile FILE.yaml
                                         say what counts and why not; what ends within --days N (exit status 1 if any)
                                         [--format text|json] [--at DATE]
  jichitai-guardrails baseline [PATH...] --exceptions PATH --application N --expires D
                                         freeze what blocks today, for an existing system; the next runs lower it
                                         to what is left, and never raise it
  jichitai-guardrails --help | --version

Exit status: 0 nothing blocks, 1 findings block (or an exception does not count), 2 the check could not be made
`;

const JA = `使い方:
  jichitai-guardrails check [PATH...]    テンプレート、そのフォルダ、クラウドアセンブリを検査する（既定：cdk.out）
                                         一度に指定したPATHは、全体で一つの配備とみなす
      --profile NAME|FILE.yaml           自治体ごとの数値と既知の事実（既定：miyazaki）
      --exceptions PATH                  例外措置の台帳（ファイル又はフォルダ）
      --at DATE                          検査の日（日本時間）を仮定する
      --zone ZONE                        領域の宣言がないリソースの領域：my-number、lgwan、internet、management
      --facts FILE                       他のリポジトリのネットワークに関する既知の事実（複数指定できる）
      --cache FOLDER                     結果をここに保管し、変更の影響が及び得るものだけを次から検査し直す
      --format NAME[=FILE]               text（既定）、json、sarif、junit、gitlab、github、markdown、
                                         oscal、html、xlsx及びcsv（自己点検シート）
                                         複数指定できる。その場合、一つを除きFILEを付ける
      --output FILE                      FILEのない--formatの出力先
      --base PATH                        比較元：新たな指摘及び解消した指摘を示す
      --evidence FOLDER|FILE.zip         監査証跡（10.1）をハッシュ付きで保存する。--previous 証跡 で直前の証跡につなぐ
      --redact                           アカウントID、アドレス及び名称を伏せる（庁外に渡す写し、7.1(5)）
      --prefix FOLDER                    リポジトリの中でのアプリの場所（報告に示す位置のため）
      --verbose                          画面に収まらないものも全て表示する
      --lang ja|en                       （既定：LANGによる）
  jichitai-guardrails access [PATH...]   誰が何にアクセスできるか、その根拠（ロール、ユーザー、外部のアカウント、機密性2以上の保管先）
      --principal 名称                   主体を論理ID、コンストラクトパス又は名称で指定する
      --resource 名称                    アクセスされるリソースを同様に指定する
      --format text|json|csv             --output、--profile、--zone及び--langは上と同じ。終了ステータスは0
  jichitai-guardrails facts [PATH...]    他のリポジトリの検査に必要なネットワークの事実を書き出す   [--output FILE]
  jichitai-guardrails evidence verify 証跡…   証跡が改変されておらず、直前の証跡から続くことを確認する
  jichitai-guardrails init [FOLDER]      ガードレール、プロファイル、台帳及びCIの設定を加える（何も上書きしない）
      --ci github|gitlab|codebuild|none  （既定：プロジェクトにあるもの、なければgithub）
  jichitai-guardrails rules              規則の一覧を表示する   [--format text|json|oscal]
  jichitai-guardrails explain RULE       規則の内容と根拠を表示する
  jichitai-guardrails exceptions COMMAND 例外措置の台帳を扱う。署名のない申請は効力をもたない
      keygen --office O --key NEW.jwk    署名の鍵を作り、プロファイルに書く内容を表示する
          [--holder NAME] [--key-id ID] [--alg EdDSA|ES256] [--starts D] [--expires D]
          [--public-key FILE.pem]        --keyの代わりに、KMSにある鍵の公開鍵を示す
      apply RULE [PATH...]               検査の指摘から申請の案を作る
          --application N --expires D    [--exceptions PATH（台帳に加える）] [--resource R]... [--kind emergency]
          [--reason T] [--measures T] [--applicant N] [--approver N] [--office O] [--starts D] [--reported D]
      sign APPLICATION --exceptions PATH --profile FILE.yaml --key FILE.jwk
                                         許可する内容を表示する。表示されたコードを--confirm CODEで示すと署名する
          --key-id ID                    --keyの代わりに、他にある鍵で署名する：--signing-input FILEに署名の対象を
                                         書き込み、できた署名を--signature FILEで取り込む
      verify | list | expire-soon --exceptions PATH --profile FILE.yaml
                                         有効な申請と無効の理由を示す。--days N日以内に期限が切れるもの（あれば1）
                                         [--format text|json] [--at DATE]
  jichitai-guardrails baseline [PATH...] --exceptions PATH --application N --expires D
                                         既存システムの現在の指摘を凍結する。次からは、残っている件数まで減らし、
                                         増やすことはない
  jichitai-guardrails --help | --version

終了ステータス：0 配備を止める指摘なし、1 あり（又は無効な申請あり）、2 検査できなかった
`;
