import { accessOf } from '../access';
import { InputError } from '../errors';
import { ZONES, type ZoneName } from '../policy/zones';
import { accessCsv } from '../report/access-csv';
import { accessJson } from '../report/access-json';
import { accessText } from '../report/access-text';
import type { Language } from '../text';

export interface AccessArguments {
  readonly profile?: string;
  readonly zone?: string;
  readonly principal?: string;
  readonly resource?: string;
}

/** Each writes the report in one language. */
export const ACCESS_FORMATS = { text: accessText, json: accessJson, csv: accessCsv } as const;

/** The report of the `access` command. @throws InputError */
export function accessReport(
  paths: readonly string[],
  { profile, zone, principal, resource }: AccessArguments,
  write: (typeof ACCESS_FORMATS)[keyof typeof ACCESS_FORMATS],
  language: Language,
): string {
  if (zone !== undefined && !ZONES.includes(zone as ZoneName)) {
    throw new InputError({
      ja: `--zone には${ZONES.join('、')}のいずれかを指定してください`,
      en: `--zone must be one of ${ZONES.join(', ')}`,
    });
  }
  for (const [option, value] of [
    ['--principal', principal],
    ['--resource', resource],
  ] as const) {
    if (value === '') throw new InputError({ ja: `${option} が空です`, en: `${option} is empty` });
  }
  if (paths.includes('')) throw new InputError({ ja: 'PATHが空です', en: 'a PATH is empty' });
  const report = accessOf(paths.length === 0 ? ['cdk.out'] : paths, {
    ...(profile === undefined ? {} : { profile }),
    ...(zone === undefined ? {} : { zone: zone as ZoneName }),
    ...(principal === undefined ? {} : { principal }),
    ...(resource === undefined ? {} : { resource }),
  });
  return write(report, language);
}
