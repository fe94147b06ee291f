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

/** The day in Japan that a text means: a day, or a moment with its time zone; undefined for anything else. */
export function dayMeant(text: string): string | undefined {
  if (isDay(text)) return text;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return undefined;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) || !isDay(text.slice(0, 10)) ? undefined : dayInJapan(moment);
}

/** A day, some days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
