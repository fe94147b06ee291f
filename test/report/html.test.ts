import { createHash } from 'node:crypto';
import { CLAUSES } from '../../lib/policy/clauses';
import { htmlReport } from '../../lib/report/html/report';
import { HOSTILE, HOSTILE_NAME, inputOf, ORDINARY, sample } from './sample';

// How it looks and behaves is tried in a browser: test/browser.

const pageOf = (template: object, language: 'ja' | 'en' = 'ja') =>
  htmlReport(inputOf(sample(template), language));

test('each clause has a row, and each finding a place that its clauses lead to', async () => {
  const page = await pageOf(ORDINARY);
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
  for (const { number } of CLAUSES) expect(ids).toContain(`c-${number}`);
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id as string);
  expect(links.length).toBeGreaterThan(20);
  for (const id of links) expect(ids).toContain(id);
});

test('what is excepted is shown apart, with who answers for it and until when', async () => {
  const page = await pageOf(ORDINARY);
  const [, section = ''] = /<h2 id="exceptions">([\s\S]*?)<\/section>/.exec(page) ?? [];
  expect(section).toContain('R8-012');
  expect(section).toContain('例外措置：申請番号R8-012、承認者CISO、期限2027-03-31');
  expect(section).toContain('approved by CISO, until 2027-03-31');
});

test('names of a template are text and nothing else', async () => {
  const page = await pageOf(HOSTILE);
  expect(page).not.toContain('<script>alert');
  expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  for (const character of ['\u202e', '\u001b']) {
    expect(HOSTILE_NAME).toContain(character);
    expect(page).not.toContain(character);
  }
});

test('only its own script and style may run, by their hashes, and nothing is asked of a network', async () => {
  const page = await pageOf(ORDINARY);
  const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page) ?? [];
  expect(policy).toContain("default-src 'none'");
  for (const [tag, directive] of [
    ['script', 'script-src'],
    ['style', 'style-src'],
  ] as const) {
    const contents = [...page.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))];
    expect(contents).toHaveLength(1);
    const hash = createHash('sha256')
      .update(contents[0]?.[1] as string)
      .digest('base64');
    expect(policy).toContain(`${directive} 'sha256-${hash}'`);
  }
  expect(page).not.toMatch(/(?:src|href)="(?!#)/);
  expect(page).not.toMatch(/ style="| on\w+="/);
});

test('it is the same each time, and begins in the language that was asked for', async () => {
  expect(await pageOf(ORDINARY)).toBe(await pageOf(ORDINARY));
  expect(await pageOf(ORDINARY, 'en')).toMatch(/^<!doctype html>\n<html lang="en"/);
});
