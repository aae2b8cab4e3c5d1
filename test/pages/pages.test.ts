/** Every page as a person meets it: on a phone and at a desk, with and without script, on paper, and with assistive technology. */
import { chromium, type Browser as Chromium, type BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFICIAL } from '../api/people.ts';
import { done, fileOnline, mailboxOf, signedIn } from '../e2e/acts.ts';
import { linkNamed, mailOf, mailsTo } from '../e2e/mailbox.ts';
import { eventually, startOwnSystem, stopAndForget, type OwnSystem } from '../e2e/running-system.ts';
import { findChromium, needChromium } from '../report/chromium.ts';
import {
  accessibilityFaults,
  giveCookies,
  keepScreenshot,
  overhang,
  print,
  sizes,
  squeezed,
  type Size,
} from './open-browser.ts';
import { furnishEarlier, furnishMailPages } from './furnish-mail-pages.ts';
import { furnishPages, type FurnishedPages } from './furnish-pages.ts';

let system: OwnSystem;
let chrome: Chromium;
let pages: FurnishedPages;
const executablePath = findChromium();

beforeAll(async () => {
  if (executablePath === undefined) return;
  [system, chrome] = await Promise.all([
    startOwnSystem(),
    chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  const earlier = await furnishEarlier(system);
  ({ system } = earlier);
  const { all, forms } = await furnishPages(system);
  pages = { all: [...all, ...(await furnishMailPages(earlier))], forms };
}, 240_000);

afterAll(async () => {
  if (executablePath === undefined) return;
  await chrome.close();
  await stopAndForget(system);
});

async function contextOf(size: Size, who?: string, javaScriptEnabled = true): Promise<BrowserContext> {
  const context = await chrome.newContext({ viewport: sizes[size], javaScriptEnabled, locale: 'vi-VN' });
  if (who !== undefined) await giveCookies(context, (await signedIn(system, who)).cookies(), system.baseUrl);
  return context;
}

/** On a busy machine a browser needs its time. Milliseconds. */
const PATIENCE = 240_000;

describe.each(['phone', 'desk'] as const)('every page at the size of a %s', (size) => {
  it(
    'fits the window and has no barrier for assistive technology',
    async (context) => {
      needChromium(context);
      const who = [await contextOf(size), await contextOf(size, OFFICIAL)] as const;
      const [anybody, official] = [await who[0].newPage(), await who[1].newPage()];
      for (const { name, path, staff, html } of pages.all) {
        const page = staff === true ? official : anybody;
        await (html === undefined ? page.goto(new URL(path, system.baseUrl).href) : page.setContent(html));
        await keepScreenshot(page, `${name}-${size}`);
        expect.soft(await overhang(page), `${name} is wider than the window by`).toBe(0);
        expect.soft(await squeezed(page), name).toEqual([]);
        expect.soft(await accessibilityFaults(page, html === undefined ? 'page' : 'mail'), name).toEqual([]);
        expect.soft(await page.title(), name).not.toBe('');
      }
      await Promise.all(who.map((one) => one.close()));
    },
    PATIENCE,
  );
});

describe('a printed form', () => {
  it('has the paper of its template and fits the expected pages for an ordinary dossier', async (context) => {
    needChromium(context);
    const official = await contextOf('desk', OFFICIAL);
    for (const { name, path, paper, pages: count } of pages.forms) {
      const page = await official.newPage();
      await page.goto(new URL(path, system.baseUrl).href);
      const [width, height] = paper === 'A5' ? [148, 210] : [210, 297];
      expect.soft(await print(page, name), name).toEqual({ width, height, pages: count });
      await page.close();
    }
    await official.close();
  });
});

describe('without script', () => {
  it('a citizen looks a dossier up by its code, and then whole by the digits of the phone', async (context) => {
    needChromium(context);
    const { code } = await fileOnline(system);
    const phone = await contextOf('phone', undefined, false);
    const page = await phone.newPage();
    await page.goto(system.baseUrl);
    await page.getByRole('link', { name: 'Tra cứu hồ sơ' }).click();
    const [byCode, byPhone] = [page.locator('form[method=get]'), page.locator('form[method=post]')];
    await byCode.getByRole('textbox').fill(code);
    await byCode.getByRole('button').click();
    expect(await page.locator('main').innerText()).toContain('10%');
    expect(await page.locator('main').innerText()).not.toContain('Giấy tờ đã nộp');
    await byPhone.getByLabel('4 số cuối').fill('0000');
    await byPhone.getByRole('button').click();
    expect(await page.getByRole('alert').innerText()).not.toBe('');
    await byPhone.getByLabel('4 số cuối').fill('5678');
    await byPhone.getByRole('button').click();
    expect(await page.locator('main').innerText()).toContain('Giấy tờ đã nộp');
    // Digits let look; nothing on the page lets act.
    expect(await page.content()).not.toContain('?k=');
    await phone.close();
  });

  it('an official signs in by the mail’s link, sees the work list, and signs out', async (context) => {
    needChromium(context);
    const desk = await contextOf('desk', undefined, false);
    const page = await desk.newPage();
    await page.goto(`${system.baseUrl}/staff/sign-in`);
    const mailbox = mailboxOf('nv-thu-dau-mot-2025-mot-cua-2');
    await page.getByRole('textbox').fill(mailbox);
    await page.getByRole('button').click();
    await keepScreenshot(page, 'sign-in-requested-desk');
    expect(await page.locator('main').innerText()).toContain('Xin xem hộp thư');
    const link = await eventually('sign-in mail', async () =>
      (await mailsTo(system, mailbox))[0]?.links.find((one) => one.includes('/staff/sign-in/')),
    );
    await page.goto(link);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    expect(new URL(page.url()).pathname).toBe('/staff');
    expect(await page.locator('main').innerText()).toContain('Việc đang mở');
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
    await page.goto(`${system.baseUrl}/staff`);
    expect(new URL(page.url()).pathname).toBe('/staff/sign-in');
    await desk.close();
  });

  it('an officer acts from the mail on a phone, and what is done does not wait any more', async (context) => {
    needChromium(context);
    const { code } = await fileOnline(system);
    await done(await signedIn(system, OFFICIAL), code, 'receive');
    const mail = await mailOf(system, code, 'step-assigned');
    const phone = await contextOf('phone', undefined, false);
    const page = await phone.newPage();
    await page.goto(linkNamed(mail, 'Yêu cầu bổ sung hồ sơ'));
    await page.getByRole('checkbox').first().check();
    await page.locator('#reason').fill('Tờ khai chưa có chữ ký');
    await page.getByRole('button').click();
    expect(await page.locator('main').innerText()).toContain('Đã ghi nhận');
    await keepScreenshot(page, 'action-done-phone');
    await page.goto(linkNamed(mail, 'Hoàn thành bước này'));
    expect(await page.locator('h1').innerText()).toContain('không còn chờ');
    await keepScreenshot(page, 'action-gone-phone');
    await phone.close();
  });
});
