import { accessOf } from '../access';
import { InputError } from '../errors';
import { accessCsv } from '../report/access-csv';
import { accessJson } from '../report/access-json';
import { accessText } from '../report/access-text';
import type { Language } from '../text';
import { type Options, pathsOf, zoneOf } from './options';

/** Each writes the report in one language. */
export const ACCESS_FORMATS = { text: accessText, json: accessJson, csv: accessCsv } as const;

/** The report of the `access` command. @throws InputError */
export function accessReport(
  paths: readonly string[],
  options: Options,
  write: (typeof ACCESS_FORMATS)[keyof typeof ACCESS_FORMATS],
  language: Language,
): string {
  const { profile, principal, resource: resources = [] } = options;
  const zone = zoneOf(options);
  const [resource, another] = resources;
  if (another !== undefined) {
    throw new InputError({ ja: '--resource は一つだけ指定してください', en: 'name one --resource only' });
  }
  for (const [option, value] of [
    ['--principal', principal],
    ['--resource', resource],
  ] as const) {
    if (value === '') throw new InputError({ ja: `${option} が空です`, en: `${option} is empty` });
  }
  const report = accessOf(pathsOf(paths), {
    ...(profile === undefined ? {} : { profile }),
    ...(zone === undefined ? {} : { zone }),
    ...(principal === undefined ? {} : { principal }),
    ...(resource === undefined ? {} : { resource }),
  });
  return write(report, language);
}
