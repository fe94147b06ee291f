import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRecord } from '../model/template';
import { type ConstructMetadata, dataOf, placesFrom } from '../report/place';
import type { ReportInput } from '../report/report';

/** Places of findings in the app's source, from the metadata beside the templates of a cloud assembly. */
export function sourcePlaces(): NonNullable<ReportInput['placeOf']> {
  const folders = new Map<string, ReadonlyMap<string, Entries>>();
  const templates = new Map<string, ConstructMetadata>();
  return placesFrom((template) => {
    let metadata = templates.get(template);
    if (metadata === undefined) {
      const folder = dirname(template);
      const files = folders.get(folder) ?? metadataIn(folder);
      folders.set(folder, files);
      const own = files.get(basename(template).replace(/\.template\.json$/, '.metadata.json')) ?? [];
      metadata = {
        // Nested stacks are described in the file of the stack that they are in, so all of a folder count.
        byPath: new Map([...files.values()].flat()),
        byLogicalId: new Map(
          own.map(([, entries]) => [String(dataOf(entries, 'aws:cdk:logicalId')), entries]),
        ),
      };
      templates.set(template, metadata);
    }
    return metadata;
  });
}

type Entries = readonly (readonly [path: string, entries: unknown])[];

/** The metadata files of a folder, by name. */
function metadataIn(folder: string): ReadonlyMap<string, Entries> {
  const all = new Map<string, Entries>();
  const files = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of files.filter((file) => file.endsWith('.metadata.json'))) {
    try {
      const data: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (isRecord(data)) all.set(name, Object.entries(data));
    } catch {
      // A help for readers and no part of the check: without it they look into the template.
    }
  }
  return all;
}
