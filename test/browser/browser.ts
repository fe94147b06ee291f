/// <reference lib="dom" />
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { Marks } from '../../lib/analysis/marks';
import { drawMap } from '../../lib/analysis/zone-map/draw';
import { assess } from '../../lib/assess';
import { MIYAZAKI, type Profile } from '../../lib/policy/profile';
import { htmlReport } from '../../lib/report/html/report';
import { RULES } from '../../lib/rules';
import { deploymentOf, type TemplateBody } from '../helpers/inline';

// The report in a real browser. Debian's Chromium, or the one that CHROMIUM names.
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Where pictures go, to be looked at. */
export const PICTURES = join(__dirname, '..', '..', 'dist', 'pictures');

let browser: Browser;
let folder: string;
beforeAll(async () => {
  if (!existsSync(CHROMIUM))
    throw new Error(`there is no Chromium at ${CHROMIUM}: install it, or name it in CHROMIUM`);
  folder = mkdtempSync(join(tmpdir(), 'jichitai-html-'));
  mkdirSync(PICTURES, { recursive: true });
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

export async function reportOf(
  templates: readonly TemplateBody[],
  change: Partial<Profile> = {},
): Promise<string> {
  const profile = { ...MIYAZAKI, ...change };
  const deployment = deploymentOf(...templates);
  const assessment = assess({ deployment, rules: RULES, profile, today: '2026-11-24' });
  return htmlReport({
    assessment,
    language: 'ja',
    rules: RULES,
    now: new Date('2026-11-24T03:00:00Z'),
    map: () => drawMap({ deployment, profile, marks: new Marks(profile.facts) }),
  });
}

/** A page with the report, and what went wrong or was asked of a network in it. */
export async function open(html: string, width: number): Promise<{ page: Page; wrong: string[] }> {
  const file = join(folder, 'report.html');
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const wrong: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) wrong.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  return { page, wrong };
}

/**
 * The fragment that a page goes to, once it does: neither a key that was pressed nor a click waits for a page to have
 * moved within itself, and the address that the browser reports follows later still.
 */
export async function fragmentOf(page: Page, prefix: string): Promise<string> {
  await page.waitForFunction((start) => location.hash.startsWith(start), `#${prefix}-`);
  return await page.evaluate(() => location.hash.slice(1));
}
