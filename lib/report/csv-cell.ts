/** A cell that no spreadsheet takes for a formula, whatever a name in a template begins with. */
export function csvCell(text: string): string {
  const inert = /^[\s\u3000]*[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
