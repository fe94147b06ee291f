// What a check cannot do without: reading and parsing the templates. They are kept, since a check looks at all of them
// together: what is in one stack is judged by what is in the others.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const parsed = [];
for (const file of readdirSync(process.argv[2])) {
  const path = join(process.argv[2], file);
  if (file.endsWith('.template.json')) parsed.push(JSON.parse(readFileSync(path, 'utf8')));
  if (file.endsWith('.template.yaml')) parsed.push(require('yaml').parse(readFileSync(path, 'utf8')));
}
