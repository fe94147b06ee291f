import { jsonPieces } from '../report/json';
import type { Report } from '../report/report';
import { textReport } from '../report/text';

export interface Format {
  /** Loaded only once it is asked for: a check without it must not wait for it. */
  readonly load: () => Report;
  /** Of use in a file only. */
  readonly isBinary?: true;
  /** Whether it draws what was checked. */
  readonly drawsWhatWasChecked?: true;
  /** Whether it names places in the source of the app. */
  readonly namesSources?: true;
}

/** The formats of a check. */
export const FORMATS: Readonly<Record<string, Format>> = {
  text: { load: () => textReport },
  json: {
    load:
      () =>
      ({ assessment, language }) =>
        jsonPieces(assessment, language),
  },
  sarif: {
    load: () => (require('../report/sarif') as typeof import('../report/sarif')).sarifReport,
    namesSources: true,
  },
  junit: {
    load: () => (require('../report/junit') as typeof import('../report/junit')).junitReport,
    namesSources: true,
  },
  gitlab: {
    load: () => (require('../report/gitlab') as typeof import('../report/gitlab')).gitlabReport,
    namesSources: true,
  },
  github: {
    load: () => (require('../report/github') as typeof import('../report/github')).githubReport,
    namesSources: true,
  },
  markdown: {
    load: () => (require('../report/markdown') as typeof import('../report/markdown')).markdownReport,
    namesSources: true,
  },
  oscal: {
    load: () => (require('../report/oscal') as typeof import('../report/oscal')).oscalReport,
    namesSources: true,
  },
  html: {
    load: () => (require('../report/html/report') as typeof import('../report/html/report')).htmlReport,
    drawsWhatWasChecked: true,
  },
  csv: { load: () => (require('../report/csv') as typeof import('../report/csv')).csvReport },
  xlsx: {
    load: () => (require('../report/xlsx') as typeof import('../report/xlsx')).xlsxReport,
    isBinary: true,
  },
};
