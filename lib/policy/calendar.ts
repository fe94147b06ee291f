const TOKYO_IS_AHEAD_MS = 9 * 3_600_000;

/** The day that it is in Japan, YYYY-MM-DD: terms and end dates are days there. */
export function dayInJapan(now: Date = new Date()): string {
  return new Date(now.getTime() + TOKYO_IS_AHEAD_MS).toISOString().slice(0, 10);
}

/** Whether a text is a day that there is, YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
