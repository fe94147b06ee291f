#!/usr/bin/env bash
# Installs the packed package in an empty folder and runs the README's app there, both ways.
set -euo pipefail
repository="$(cd "$(dirname "$0")/.." && pwd)"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
export CDK_DISABLE_CLI_TELEMETRY=true

(cd "$repository" && npm pack --silent --pack-destination "$folder" > /dev/null)
cd "$folder"
echo '{ "name": "new-user", "private": true }' > package.json
npm install --silent --prefer-offline aws-cdk-lib@2.276.0 constructs@10.8.1 ./jichitai-guardrails-*.tgz
npm install --silent --prefer-offline --save-dev aws-cdk@2.1148.1 typescript@7.0.2 @types/node@20

# The README's app, word for word; then with the bucket that it says fails.
awk '/<!-- example: app -->/ { found = 1; next } found && /^```ts/ { inside = 1; next } inside && /^```/ { exit } inside' \
  "$repository/README.md" > app.ts
grep -q 'new PolicyGuardrail()' app.ts
sed -e "s/new EncryptedBucket(/new Bucket(/" -e "1i import { Bucket } from 'aws-cdk-lib/aws-s3';" app.ts > hurried.ts
npx tsc --strict --noUnusedLocals false --module node16 --moduleResolution node16 --target es2022 --skipLibCheck --types node app.ts hurried.ts

npx cdk synth --quiet --no-notices --app 'node app.js'
npx jichitai-guardrails check cdk.out | tail -n 4

# What an earlier state of the app made, to compare with.
cp -R cdk.out cdk.out.main
npx jichitai-guardrails check cdk.out --format sarif=report.sarif --format junit=junit.xml --format text | tail -n 1
npx jichitai-guardrails check cdk.out --base cdk.out.main --format markdown=comment.md
npx jichitai-guardrails check cdk.out --format xlsx=self-inspection.xlsx --format csv=self-inspection.csv
npx jichitai-guardrails check cdk.out --format html=report.html
npx jichitai-guardrails facts cdk.out --output network.facts.yaml
npx jichitai-guardrails check cdk.out --facts network.facts.yaml | tail -n 1
npx jichitai-guardrails check cdk.out --evidence evidence-1.zip | tail -n 1
npx jichitai-guardrails evidence verify evidence-1.zip
for report in report.sarif junit.xml comment.md self-inspection.xlsx self-inspection.csv; do [ -s "$report" ]; done

status=0
npx cdk synth --quiet --no-notices --app 'node hurried.js' --output cdk.out.hurried > hurried.txt 2>&1 || status=$?
[ "$status" -eq 1 ] || { cat hurried.txt; echo "the hurried app ended with $status instead of 1" >&2; exit 1; }
grep -q 'S3BucketCustomerManagedKey' hurried.txt
status=0
npx jichitai-guardrails check cdk.out.hurried > hurried.txt || status=$?
[ "$status" -eq 1 ] || { echo "check of the hurried app ended with $status instead of 1" >&2; exit 1; }
grep -q 'S3BucketCustomerManagedKey' hurried.txt
# What `pulumi preview --json` writes, which is checked without Pulumi.
cat > preview.json <<'JSON'
{ "config": { "aws:region": "ap-northeast-1" }, "steps": [{ "op": "create", "urn": "urn:pulumi:dev::city::aws:s3/bucket:Bucket::records", "newState": {
  "urn": "urn:pulumi:dev::city::aws:s3/bucket:Bucket::records", "custom": true, "type": "aws:s3/bucket:Bucket", "inputs": { "tags": { "jichitai:zone": "my-number" } } } }] }
JSON
status=0
npx jichitai-guardrails check preview.json > preview.txt || status=$?
[ "$status" -eq 1 ] || { cat preview.txt; echo "check of the preview ended with $status instead of 1" >&2; exit 1; }
grep -q 'S3BucketCustomerManagedKey' preview.txt
# A project of its own, to which `init` adds what CI needs.
mkdir project
echo '{ "app": "node app.js" }' > project/cdk.json
echo "const { App } = require('aws-cdk-lib');
const app = new App();" > project/app.js
(cd project && npx jichitai-guardrails init)
grep -q 'PolicyGuardrail' project/app.js
JICHITAI_REPORTS=reports JICHITAI_ASSEMBLY=cdk.out bash node_modules/jichitai-guardrails/ci/check.sh | tail -n 1

npx jichitai-guardrails rules | wc -l
npx jichitai-guardrails explain S3BucketCustomerManagedKey --lang ja

# As an ES module, by names; and to the declarations of an older compiler.
cat > module.mjs <<'MODULE'
import { checkPaths, EncryptedBucket, PolicyGuardrail } from 'jichitai-guardrails';
if (typeof PolicyGuardrail !== 'function' || typeof EncryptedBucket !== 'function') process.exit(1);
if (checkPaths(['cdk.out']).blocking) process.exit(1);
MODULE
node module.mjs
npm install --silent --prefer-offline --save-dev typescript-5@npm:typescript@5.4.5
for compiler in typescript-5/bin/tsc typescript/bin/tsc; do
  node "node_modules/$compiler" --noEmit --strict --module node16 --moduleResolution node16 --target es2022 --types node \
    --skipLibCheck app.ts
done

# What is packed is lean: no tests, no sources; the tables of IAM's actions and policies are counted for themselves.
package=node_modules/jichitai-guardrails
catalog="$(cat "$package"/dist/package/{action-resources,aws-managed-policies,aws-managed-store-policies,store-actions}.table.br | wc -c)"
size="$(($(find "$package" -type f -printf '%s\n' | awk '{ sum += $1 } END { print sum }') - catalog))"
echo "$size bytes unpacked besides $catalog of the catalog of IAM"
[ "$size" -lt 1000000 ] || { echo 'the package is larger than a megabyte' >&2; exit 1; }
[ "$catalog" -lt 200000 ] || { echo 'the catalog of IAM is larger than 200 kB' >&2; exit 1; }

# A city's own package on top, from its tarball, with its profile.
mkdir city && cp -r "$repository"/examples/city-package/. city
ln -s ../node_modules city/node_modules
(cd city && npx tsc --declaration --strict --skipLibCheck --module node16 --moduleResolution node16 --target es2022 --types node index.ts)
rm city/node_modules
(cd city && npm pack --silent > /dev/null)
npm install --silent --prefer-offline ./city/example-city-guardrails-1.0.0.tgz
sed -e "s/'jichitai-guardrails'/'example-city-guardrails'/" -e 's/PolicyGuardrail/CityGuardrail/g' \
  -e 's/EncryptedBucket/DocumentBucket/g' app.ts > city.ts
npx tsc --strict --noUnusedLocals false --module node16 --moduleResolution node16 --target es2022 --skipLibCheck --types node city.ts
npx cdk synth --quiet --no-notices --app 'node city.js' --output cdk.out.city
npx example-city-guardrails check cdk.out.city | tee city.txt | tail -n 4
grep -q 'profile example-city' city.txt
# An exception from its application to its end, on a fixed day; what the README says, with what it leaves out.
today='--at 2026-11-24'
cat > web.yaml <<'YAML'
Metadata: { Jichitai: { Zone: internet, Confidentiality: 1, Integrity: 1, Availability: 1 } }
Resources:
  Log: { Type: AWS::Logs::LogGroup, DeletionPolicy: Retain, UpdateReplacePolicy: Retain, Properties: { RetentionInDays: 7 } }
YAML
fails() { if "$@" > failed.txt; then cat failed.txt; echo "must fail: $*" >&2; exit 1; fi; }
npx jichitai-guardrails exceptions keygen --office CISO --key ciso.jwk $today > trusted-keys.yaml
(echo 'name: city'; cat trusted-keys.yaml) > city.yaml
[ "$(stat -c %a ciso.jwk)" = 600 ]
fails npx jichitai-guardrails check web.yaml --profile city.yaml $today
npx jichitai-guardrails exceptions apply LogGroupRetention web.yaml --application R8-012 --expires 2027-03-31 --exceptions exceptions.yaml $today \
  --applicant 'citizens section' --approver CISO --office CISO --reason 'the system ends in spring' --measures 'copied every night'
fails npx jichitai-guardrails check web.yaml --exceptions exceptions.yaml --profile city.yaml $today
fails npx jichitai-guardrails exceptions sign R8-012 --exceptions exceptions.yaml --profile city.yaml --key ciso.jwk $today
code="$(sed -n 's/.*--confirm //p' failed.txt)"
npx jichitai-guardrails exceptions sign R8-012 --exceptions exceptions.yaml --profile city.yaml --key ciso.jwk --confirm "$code" $today | tail -n 1
npx jichitai-guardrails check web.yaml --exceptions exceptions.yaml --profile city.yaml $today | grep 'application R8-012'
npx jichitai-guardrails exceptions verify --exceptions exceptions.yaml --profile city.yaml $today
fails npx jichitai-guardrails exceptions expire-soon --exceptions exceptions.yaml --profile city.yaml --at 2027-03-10
fails npx jichitai-guardrails check web.yaml --exceptions exceptions.yaml --profile city.yaml --at 2027-04-01
npx jichitai-guardrails baseline web.yaml --application R8-900 --expires 2027-03-31 --exceptions baseline.yaml --profile city.yaml $today
test -s node_modules/jichitai-guardrails/schema/exceptions.schema.json
echo 'the package works in an empty folder'
