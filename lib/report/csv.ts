import { csvCell } from './csv-cell';
import type { ReportInput } from './report';
import { COLUMNS, sheetRows } from './sheet';

const BYTE_ORDER_MARK = '\ufeff';

/** The self-inspection sheet as CSV (RFC 4180), with the mark by which Excel knows UTF-8. */
export function csvReport(input: ReportInput): string {
  const rows = [
    COLUMNS.map((column) => column[input.language]),
    ...sheetRows(input).map(({ cells }) => cells),
  ];
  return BYTE_ORDER_MARK + rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}
