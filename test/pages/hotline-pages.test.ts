/** The hotline's pages and mails as a citizen, an operator and an officer meet them: on a phone and at a desk, without script. */
import { chromium, type Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHIFT_LEADER } from '../api/reports.ts';
import { signedIn } from '../e2e/acts.ts';
import { startOwnSystem, stopAndForget, type OwnSystem } from '../e2e/running-system.ts';
import { findChromium, needChromium } from '../report/chromium.ts';
import { furnishHotlinePages } from './furnish-hotline-pages.ts';
import type { NamedPage } from './furnish-pages.ts';
import { accessibilityFaults, giveCookies, keepScreenshot, overhang, sizes, squeezed } from './open-browser.ts';

let system: OwnSystem;
let chrome: Chromium;
let pages: readonly NamedPage[];
const executablePath = findChromium();

beforeAll(async () => {
  if (executablePath === undefined) return;
  [system, chrome] = await Promise.all([
    startOwnSystem(),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  pages = await furnishHotlinePages(system);
}, 240_000);

afterAll(async () => {
  if (executablePath === undefined) return;
  await chrome.close();
  await stopAndForget(system);
});

describe.each(['phone', 'desk'] as const)('every page of the hotline at the size of a %s', (size) => {
  it('fits the window, needs no script and has no barrier for assistive technology', async (context) => {
    needChromium(context);
    const settings = { viewport: sizes[size], locale: 'vi-VN' };
    const [citizen, desk] = await Promise.all([chrome.newContext(settings), chrome.newContext(settings)]);
    await giveCookies(desk, (await signedIn(system, SHIFT_LEADER)).cookies(), system.baseUrl);
    const [anybody, leader] = [await citizen.newPage(), await desk.newPage()];
    for (const { name, path, staff, html } of pages) {
      const page = staff === true ? leader : anybody;
      await (html === undefined ? page.goto(new URL(path, system.baseUrl).href) : page.setContent(html));
      await keepScreenshot(page, `${name}-${size}`);
      expect.soft(await overhang(page), `${name} is wider than the window by`).toBe(0);
      expect.soft(await squeezed(page), name).toEqual([]);
      expect.soft(await accessibilityFaults(page, html === undefined ? 'page' : 'mail'), name).toEqual([]);
      expect.soft(await page.locator('script').count(), name).toBe(0);
      expect.soft(await page.title(), name).not.toBe('');
    }
    await Promise.all([citizen.close(), desk.close()]);
  }, 240_000);
});

describe('a report on a cheap phone', () => {
  it('is sent by the form, looked up by its code, and says with the bare code only how far it is', async (context) => {
    needChromium(context);
    const phone = await chrome.newContext({ viewport: sizes.phone, javaScriptEnabled: false, locale: 'vi-VN' });
    const page = await phone.newPage();
    await page.goto(`${system.baseUrl}/1022`);
    await page
      .getByLabel(/Nội dung/u)
      .fill('Đèn đường trước nhà số 5 đường Hư Cấu, phường Thủ Dầu Một không sáng ba đêm nay');
    await page.getByLabel(/Tóm tắt/u).fill('Đèn đường không sáng');
    await page.getByLabel(/Họ/u).first().fill('Trần Văn Thử');
    await page
      .getByLabel(/Địa chỉ/u)
      .first()
      .fill('5 đường Hư Cấu, phường Thủ Dầu Một');
    await page.getByLabel(/^Điện thoại/u).fill('0912 345 679');
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: /Gửi/u }).click();
    expect((await answered).status()).toBe(201);
    await page.waitForLoadState();
    const sent = (await page.locator('body').textContent()) ?? '';
    const code = /[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}/u.exec(sent)?.[0] ?? '';
    expect(code, sent).not.toBe('');
    await page.goto(`${system.baseUrl}/tra-cuu?code=${code}`);
    expect(new URL(page.url()).pathname).toBe(`/1022/${code.replaceAll('-', '')}`);
    const bare = (await page.locator('body').textContent()) ?? '';
    expect(bare).toContain('%');
    for (const secret of ['Trần Văn Thử', '0912', 'Đèn đường', 'Hư Cấu']) expect(bare).not.toContain(secret);
    await phone.close();
  }, 120_000);
});
