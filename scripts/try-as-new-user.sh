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

status=0
npx cdk synth --quiet --no-notices --app 'node hurried.js' --output cdk.out.hurried > hurried.txt 2>&1 || status=$?
[ "$status" -eq 1 ] || { cat hurried.txt; echo "the hurried app ended with $status instead of 1" >&2; exit 1; }
grep -q 'S3BucketCustomerManagedKey' hurried.txt
status=0
npx jichitai-guardrails check cdk.out.hurried > hurried.txt || status=$?
[ "$status" -eq 1 ] || { echo "check of the hurried app ended with $status instead of 1" >&2; exit 1; }
grep -q 'S3BucketCustomerManagedKey' hurried.txt
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

# What is packed is lean: no tests, no sources.
size="$(du -sb node_modules/jichitai-guardrails | cut -f 1)"
echo "$size bytes unpacked"
[ "$size" -lt 1000000 ] || { echo 'the package is larger than a megabyte' >&2; exit 1; }

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
echo 'the package works in an empty folder'
