// What a check cannot do without: reading and parsing the templates.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

for (const file of readdirSync(process.argv[2])) {
  if (file.endsWith('.template.json')) JSON.parse(readFileSync(join(process.argv[2], file), 'utf8'));
  if (file.endsWith('.template.yaml'))
    require('yaml').parse(readFileSync(join(process.argv[2], file), 'utf8'));
}
