/** A real browser at the sizes that people have in their hands and on their desks. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectDirectory } from '../e2e/running-system.ts';

export const sizes = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 900 } } as const;
export type Size = keyof typeof sizes;

const screens = join(projectDirectory, '.bench', 'screens');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** For a person to look at, when `KEEP_SCREENS` is set; nothing is compared with it. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env['KEEP_SCREENS'] === undefined) return;
  mkdirSync(screens, { recursive: true });
  await page.screenshot({ path: join(screens, `${name}.png`), fullPage: true });
}

/** By how many pixels the page is wider than the window. */
export async function overhang(page: Page): Promise<unknown> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Texts that stand in a column too narrow to be read: each with its width in pixels. */
export async function squeezed(page: Page): Promise<unknown> {
  return page.evaluate(
    `[...document.querySelectorAll('p, li, dt, dd, td, th, label')]
      .map((one) => [one, one.getBoundingClientRect().width])
      .filter(([one, width]) => width > 0 && width < 80 && one.innerText.trim().length > 12 * (width / 16))
      .map(([one, width]) => Math.round(width) + ': ' + one.innerText)`,
  );
}

/** Of a mail the mail program shows the subject as its heading, beside landmarks of its own. */
const aroundAMail = ['landmark-one-main', 'page-has-heading-one', 'region'];

/** What axe-core finds wrong, each with the first place. A frame is looked at as a page of its own; a sandboxed one would never answer. */
export async function accessibilityFaults(page: Page, kind: 'page' | 'mail' = 'page'): Promise<unknown> {
  await page.evaluate(axe);
  const off = kind === 'page' ? [] : aroundAMail;
  const rules = Object.fromEntries(off.map((id) => [id, { enabled: false }]));
  return page.evaluate(
    `axe.run(document, ${JSON.stringify({ iframes: false, rules })}).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}

/** Lets a browser be the person whose cookies another client holds. */
export async function giveCookies(context: BrowserContext, cookies: string, baseUrl: string): Promise<void> {
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', value = ''] = cookie.split('=');
      return { name, value, url: baseUrl };
    }),
  );
}

export interface Printed {
  readonly pages: number;
  /** Millimetres, rounded. */
  readonly width: number;
  readonly height: number;
}

/** The page as it comes out of a printer: the paper is the one that its style sheet asks for. */
export async function print(page: Page, name: string): Promise<Printed> {
  mkdirSync(screens, { recursive: true });
  const file = await page.pdf({ preferCSSPageSize: true, path: join(screens, `${name}.pdf`) });
  const text = file.toString('latin1');
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/u.exec(text) ?? [];
  const millimetres = (points: string | undefined) => Math.round((Number(points) / 72) * 25.4);
  return {
    pages: text.match(/\/Type\s*\/Page\b/gu)?.length ?? 0,
    width: millimetres(width),
    height: millimetres(height),
  };
}
