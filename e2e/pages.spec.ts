import type { Page } from "@playwright/test";
import { LOCALES } from "#domain/localized.ts";
import { expectAccessible, standStill } from "./accessible.ts";
import { Desk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { PAGES, routesOfApp } from "./page-table.ts";

const SMALL = { width: 360, height: 740 };

test("the table of pages names every page", () => {
  const named = PAGES.flatMap(({ route }) => route ?? []);
  expect([...new Set(named)].sort()).toEqual(routesOfApp());
});

/** Addresses that were found good, so that a link in the frame of every page is followed once. */
const followed = new Set<string>();

for (const locale of LOCALES)
  test.describe(`in ${locale}`, () => {
    test.use({ locale: locale === "ja" ? "ja-JP" : "en-GB" });

    for (const { name, isOpen, isLong, status = 200, address } of PAGES.filter(
      (row) => row.only === undefined || row.only === locale,
    ))
      test(`${name}: named, reachable by everybody, and whole on a small screen`, async ({
        page,
        signIn,
        requestAs,
        englishSpeaker,
      }) => {
        test.slow(isLong === true, "long page");
        await paint(page, "light");
        const admin = new Desk(await requestAs("admin"));
        if (!isOpen) await signIn(locale === "ja" ? "admin" : englishSpeaker);
        const answer = await page.goto(await address({ admin, locale }));
        expect(answer?.status()).toBe(status);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/\S/);
        await page.waitForLoadState("networkidle");

        for (const scheme of ["light", "dark"] as const) {
          await paint(page, scheme);
          await expectAccessible(page, scheme);
        }
        await page.setViewportSize(SMALL);
        // What is laid out by script follows the window a moment later.
        const beyond = () =>
          page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          });
        await expect.poll(beyond, { message: "nothing stands out at 360 px" }).toBeLessThanOrEqual(0);
        await expectLinksResolve(page);
      });
  });

/** Asks for a scheme as a device does, and waits until every colour has arrived. */
async function paint(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.waitForFunction((wanted) => {
    const { mantineColorScheme = wanted } = document.documentElement.dataset;
    return mantineColorScheme === wanted;
  }, colorScheme);
  await standStill(page);
}

async function expectLinksResolve(page: Page): Promise<void> {
  const { links, lost } = await page.evaluate(() => {
    const own = [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].filter(
      ({ origin }) => origin === location.origin,
    );
    const blocks = new Set(
      [...document.querySelectorAll("[data-block-id]")].map((block) => block.getAttribute("data-block-id")),
    );
    const within = own.filter(({ pathname, hash }) => pathname === location.pathname && hash);
    const lostHashes = within.filter(({ hash }) => {
      const id = decodeURIComponent(hash.slice(1));
      return !document.getElementById(id) && !blocks.has(id);
    });
    return {
      links: own.map(({ pathname, search }) => pathname + search),
      lost: lostHashes.map(({ href }) => href),
    };
  });
  expect(lost, "links within the page lead somewhere").toEqual([]);
  for (const link of new Set(links)) {
    if (followed.has(link)) continue;
    const answer = await page.request.get(link);
    if (new URL(page.url()).pathname !== link) expect(answer.status(), link).toBeLessThan(400);
    followed.add(link);
  }
}
