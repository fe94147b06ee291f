/// <reference lib="dom" />
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { networkTemplates, STATED } from '../../bench/network-topology';
import { hub, network, ref, resource, route, spoke, template } from '../analysis/network/scenarios/pieces';
import { fragmentOf, open, PICTURES, reportOf } from './browser';

/** A way over a hub between two zones, and the Internet zone with a way in from the Internet. */
const SYSTEM = [
  template(hub(), spoke('Tax'), spoke('Office')),
  template(network('Web', { subnet: { MapPublicIpOnLaunch: true } }), {
    Gateway: resource('AWS::EC2::InternetGateway', {}),
    Link: resource('AWS::EC2::VPCGatewayAttachment', {
      VpcId: ref('WebVpc'),
      InternetGatewayId: ref('Gateway'),
    }),
    ...route('Web', '0.0.0.0/0', { GatewayId: ref('Gateway') }),
  }),
];

/** The numbers of the hops that are seen on the map, with the box that each is nearest to the corner of. */
const numbersOn = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.map .item rect.box')].map((box) => ({
      title: box.parentElement?.querySelector('.title')?.textContent ?? '',
      at: box.getBoundingClientRect(),
    }));
    return [...document.querySelectorAll('.map .track.on rect')].map((pill) => {
      const at = pill.getBoundingClientRect();
      const distance = ({ right, top }: DOMRect) => Math.hypot(right - at.right, top - at.top);
      const [nearest] = boxes.sort((a, b) => distance(a.at) - distance(b.at));
      return `${pill.nextElementSibling?.textContent} ${nearest?.title}`;
    });
  });
const opacityOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((all) => all.map((one) => Number(getComputedStyle(one).opacity)));

describe.each([
  [1280, 'ja'],
  [1280, 'en'],
  [390, 'ja'],
  [390, 'en'],
] as const)('at %i pixels, in %s', (width, language) => {
  test('a way that is forbidden is shown hop by hop, and everything else steps back', async () => {
    const { page, wrong } = await open(await reportOf(SYSTEM), width);
    await page.click(`[data-language=${language}]`);
    const entry = page.locator('.ways > li', { hasText: 'TaxHost' }).first();
    const id = await entry.getAttribute('id');
    expect(await page.locator('.map .track:visible').count()).toBe(0);
    await entry.locator('button').click();
    expect(await numbersOn(page)).toEqual([
      '1 OfficeHost',
      '2–3 OfficeSubnet',
      '4 OfficeAttachment',
      '5–7 Hub',
      '8 TaxAttachment',
      '9 TaxSubnet',
      '10 TaxHost',
    ]);
    // In words, the same.
    const hops = await entry.locator('.hops li').allInnerTexts();
    expect(hops).toHaveLength(10);
    for (const [index, name] of [
      'OfficeHost',
      'OfficeSubnet',
      'OfficeRoute',
      'OfficeAttachment',
      'Hub',
    ].entries())
      expect(hops[index]).toMatch(new RegExp(`^${index + 1}\\s.*${name}`, 's'));
    expect(new Set(await opacityOf(page, `.map .item[data-ways~=${id}]`))).toEqual(new Set([1]));
    for (const opacity of await opacityOf(page, `.map .item:not([data-ways~=${id}])`))
      expect(opacity).toBeLessThan(0.5);
    expect(await page.locator('.map .track.on rect').first().isVisible()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.screenshot({ path: join(PICTURES, `way-${width}-${language}.png`) });
    await page.keyboard.press('Escape');
    expect(await page.locator('.map .track:visible').count()).toBe(0);
    expect(new Set(await opacityOf(page, '.map .item'))).toEqual(new Set([1]));
    expect(wrong).toEqual([]);
    await page.close();
  });

  test('what may pass has a colour and a pattern of its own, which the legend says', async () => {
    const { page } = await open(await reportOf(SYSTEM), width);
    await page.click(`[data-language=${language}]`);
    const look = (state: string) =>
      page
        .locator(`.map .item .link.way.${state}`)
        .first()
        .evaluate((line) => {
          const { stroke, strokeDasharray, strokeWidth } = getComputedStyle(line);
          return { stroke, strokeDasharray, strokeWidth };
        });
    const [permitted, violation] = [await look('permitted'), await look('violation')];
    for (const part of ['stroke', 'strokeDasharray', 'strokeWidth'] as const)
      expect(permitted[part]).not.toBe(violation[part]);
    const legend = (await page.locator('.legend').allInnerTexts()).join();
    const said = { ja: ['許可された通信', '点線', '太線'], en: ['may pass', 'dotted', 'thick'] }[language];
    for (const words of said) expect(legend).toContain(words);
    await page.close();
  });
});

test('a line of a way leads to its finding by click, and the finding back to the way', async () => {
  const { page, wrong } = await open(await reportOf(SYSTEM), 1280);
  await page
    .locator('.map .item a:has(.link.way.violation)')
    .first()
    .click({ position: { x: 3, y: 3 }, force: true });
  const id = await fragmentOf(page, 'f');
  expect(id).toMatch(/^f-\d+$/);
  const finding = page.locator(`#${id}`);
  expect(await finding.textContent()).toContain('ZonesAreApart');
  await finding.locator('a[href^="#w-"]').first().click();
  const way = await fragmentOf(page, 'w');
  await page.waitForSelector(`#${way}.on`);
  expect(await page.locator(`#${way} a[href="#${id}"]`).count()).toBe(1);
  expect(await page.locator('.map .track.on').getAttribute('data-ways')).toBe(way);
  expect(await page.locator('.map').evaluate((map) => map.getBoundingClientRect().top < innerHeight)).toBe(
    true,
  );
  expect(wrong).toEqual([]);
  await page.close();
});

test('all of it can be done by keyboard', async () => {
  const { page } = await open(await reportOf(SYSTEM), 1280);
  const button = page.locator('.ways button').first();
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await button.getAttribute('aria-pressed')).toBe('true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const id = await fragmentOf(page, 'f');
  expect(id).toMatch(/^f-\d+$/);
  const back = page.locator(`#${id} a[href^="#w-"]`).first();
  await back.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.matches('.ways .on button'));
  const line = page.locator('.map .item a:has(.link.way.violation)').first();
  await line.focus();
  expect(await line.evaluate((link) => getComputedStyle(link.querySelector('.link') as Element).stroke)).toBe(
    'rgb(11, 87, 208)',
  );
  await page.keyboard.press('Enter');
  expect(await fragmentOf(page, 'f')).toMatch(/^f-\d+$/);
  await page.close();
});

test('names of hops and numbers of approvals are text and nothing else', async () => {
  const evil = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`;
  const named = (id: string) => ({ 'aws:cdk:path': `Stack/${evil}${id}/Resource` });
  const parts = template(hub(), spoke('Tax'), spoke('Office'), {
    Gateway: resource('AWS::EC2::InternetGateway', { Tags: [{ Key: 'jichitai:approval', Value: evil }] }),
    Link: resource('AWS::EC2::VPCGatewayAttachment', {
      VpcId: ref('TaxVpc'),
      InternetGatewayId: ref('Gateway'),
    }),
  }) as { readonly Resources: Record<string, object> };
  const Resources = Object.fromEntries(
    Object.entries(parts.Resources).map(([id, body]) => [id, { ...body, Metadata: named(id) }]),
  );
  const zoneMatrix = [{ from: 'lgwan', to: 'my-number', ports: ['tcp/443'], approval: evil }] as const;
  const { page, wrong } = await open(await reportOf([{ Resources }], { zoneMatrix }), 1280);
  await page.locator('.ways button').first().click();
  await page.locator('details.permitted summary').click();
  expect(wrong).toEqual([]);
  expect(await page.locator('.hops').first().textContent()).toContain('<script>alert(1)</script>');
  expect(await page.locator('.map').textContent()).toContain('<script>alert(1)</script>');
  expect(await page.locator('details.permitted').textContent()).toContain('<img src=x onerror=alert(2)>');
  expect(await page.locator('img, iframe, object, main script, [onerror]').count()).toBe(0);
  await page.close();
});

test.each([1280, 390])('50 VPCs are a map that can be read, at %i pixels', async (width) => {
  const { page, wrong } = await open(await reportOf(networkTemplates({ ...STATED, leak: true })), width);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const { widest, least } = await page.evaluate(() => ({
    widest: document.querySelector('.map svg')?.getBoundingClientRect().width ?? 0,
    least: Math.min(
      ...[...document.querySelectorAll('.map text')]
        .map((text) => text.getBoundingClientRect().height)
        .filter((height) => height > 0),
    ),
  }));
  expect(widest).toBeLessThan(1280);
  expect(least).toBeGreaterThan(11);
  // The only way needs no choice: its numbers are there, and nothing steps back.
  expect(await page.locator('.map .track:visible').count()).toBe(1);
  expect(new Set(await opacityOf(page, '.map .item'))).toEqual(new Set([1]));
  await page.screenshot({ path: join(PICTURES, `large-${width}.png`) });
  expect(wrong).toEqual([]);
  await page.close();
});

test('paper shows the hops of each way, and no buttons', async () => {
  const { page } = await open(await reportOf(SYSTEM), 1280);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('button:visible').count()).toBe(0);
  const ways = await page.locator('.ways > li').count();
  expect(await page.locator('.ways .hops:visible').count()).toBe(ways);
  expect(await page.locator('.ways > li.permitted').count()).toBeGreaterThan(0);
  await page.close();
});
