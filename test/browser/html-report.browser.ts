/// <reference lib="dom" />
import { join } from 'node:path';
import { fragmentOf, open, PICTURES, reportOf } from './browser';

const marked = (Zone: string) => ({
  Jichitai: { Zone, Confidentiality: 3, Integrity: 2, Availability: 2, Environment: 'production' },
});
const network = (zone: string, third: number, more: object = {}) => ({
  Metadata: marked(zone),
  Resources: {
    Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: `10.${third}.0.0/16` } },
    Subnet: {
      Type: 'AWS::EC2::Subnet',
      Properties: { VpcId: { Ref: 'Vpc' }, CidrBlock: `10.${third}.1.0/24` },
    },
    ...more,
  },
});
/** A system with a way out of the my-number zone, and a store without a key. */
const SYSTEM = [
  network('my-number', 1, {
    Gateway: { Type: 'AWS::EC2::InternetGateway' },
    Attachment: {
      Type: 'AWS::EC2::VPCGatewayAttachment',
      Properties: { VpcId: { Ref: 'Vpc' }, InternetGatewayId: { Ref: 'Gateway' } },
    },
    Records: { Type: 'AWS::S3::Bucket' },
  }),
  network('internet', 2),
];

describe.each([
  [1280, 'ja'],
  [1280, 'en'],
  [390, 'ja'],
  [390, 'en'],
] as const)('at %i pixels, in %s', (width, language) => {
  test('it is shown without an error, a request or anything wider than the screen', async () => {
    const { page, wrong } = await open(await reportOf(SYSTEM), width);
    await page.click(`[data-language=${language}]`);
    await page.screenshot({ path: join(PICTURES, `report-${width}-${language}.png`), fullPage: true });
    expect(wrong).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(language);
    const heading = page.locator(`h2#overview .${language}`);
    expect(await heading.isVisible()).toBe(true);
    expect(await heading.textContent()).toBe(language === 'ja' ? '概要' : 'Overview');
    // Both languages are never seen at once.
    const other = language === 'ja' ? 'en' : 'ja';
    expect(await page.locator(`.${other}:visible`).count()).toBe(0);
    await page.close();
  });
});

test('what a template calls things does nothing, wherever it is shown', async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`;
  const html = await reportOf([
    {
      Metadata: { Jichitai: { ...marked('my-number').Jichitai, Approval: evil } },
      Resources: {
        [evil]: {
          Type: 'AWS::S3::Bucket',
          Metadata: { 'aws:cdk:path': `Stack/${evil}/Resource` },
          Properties: { BucketName: evil, Tags: [{ Key: 'jichitai:environment', Value: evil }] },
        },
        [`Vpc${evil}`]: {
          Type: 'AWS::EC2::VPC',
          Metadata: { 'aws:cdk:path': `Stack/Net${evil}/Resource` },
          Properties: { CidrBlock: evil },
        },
        [`Subnet${evil}`]: {
          Type: 'AWS::EC2::Subnet',
          Properties: { VpcId: { Ref: `Vpc${evil}` }, AvailabilityZone: evil },
        },
        Odd: { Type: `AWS::${evil}::Thing` },
      },
    },
  ]);
  const { page, wrong } = await open(html, 1280);
  expect(wrong).toEqual([]);
  // It is there to be read, and no more than text.
  expect(await page.locator('main').textContent()).toContain('<script>alert(1)</script>');
  expect(await page.locator('img, iframe, object, main script, [onerror]').count()).toBe(0);
  await page.close();
});

test('the map leads to the finding, by keyboard as well', async () => {
  const { page, wrong } = await open(await reportOf(SYSTEM), 1280);
  const marked = page.locator('.map .marked a').first();
  await marked.focus();
  await page.keyboard.press('Enter');
  const id = await fragmentOf(page, 'f');
  expect(id).toMatch(/^f-\d+$/);
  await page.waitForSelector(`#${id}`, { state: 'visible' });
  expect(wrong).toEqual([]);
  await page.close();
});

test('filters leave what fits, and a link into what they hide shows it again', async () => {
  const { page } = await open(await reportOf(SYSTEM), 1280);
  const all = await page.locator('article:visible').count();
  await page.selectOption('[data-filter=verdict]', 'violation');
  const violations = await page.locator('article:visible').count();
  expect(violations).toBe(await page.locator('article[data-verdict=violation]').count());
  expect(violations).toBeLessThan(all);
  expect(await page.locator('[data-shown]').textContent()).toBe(String(violations));
  const hidden = await page.locator('article[data-verdict=evidence]').first().getAttribute('id');
  await page.evaluate((id) => {
    location.hash = String(id);
  }, hidden);
  await page.waitForSelector(`#${hidden}`, { state: 'visible' });
  await page.close();
});

test('paper shows everything, and nothing to press', async () => {
  const { page } = await open(await reportOf(SYSTEM), 1280);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav:visible, .filters:visible').count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await page.locator('details:not([open])').count()).toBe(0);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.close();
});
