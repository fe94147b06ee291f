import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isRecord } from '../model/template';
import { placesFrom } from '../report/place';
import type { ReportInput } from '../report/report';

/** Places of findings in the app's source, from the metadata beside the templates of a cloud assembly. */
export function sourcePlaces(): NonNullable<ReportInput['placeOf']> {
  const byFolder = new Map<string, Readonly<Record<string, unknown>>>();
  return placesFrom((template) => {
    const folder = dirname(template);
    let metadata = byFolder.get(folder);
    if (metadata === undefined) {
      metadata = metadataIn(folder);
      byFolder.set(folder, metadata);
    }
    return metadata;
  });
}

/** Nested stacks are described in the file of the stack that they are in, so all of a folder are read as one. */
function metadataIn(folder: string): Readonly<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  const files = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of files.filter((file) => file.endsWith('.metadata.json'))) {
    try {
      const data: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (isRecord(data)) Object.assign(all, data);
    } catch {
      // A help for readers and no part of the check: without it they look into the template.
    }
  }
  return all;
}
