import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { LOCALES } from "#domain/localized.ts";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { oneTimeCode } from "./one-time-code.ts";
import { plugInAuthenticator, SecondFactorPage } from "./pages/second-factor.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { type Credentials, openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

/** The inbox itself, and no door that leads there: that has its address, too. */
const INBOX = /^[^?]*\/inbox$/;
const BROWSER_LOCALE = { ja: "ja-JP", en: "en-GB" };

/** Loses the session, with no page open whose line would still be asked who it is. */
async function leave(page: Page): Promise<void> {
  await page.goto("about:blank");
  await page.context().clearCookies();
}

/** Signs in by the form, as far as the second step. */
async function knock(page: Page, credentials: Credentials, words = wordsOf("ja")): Promise<void> {
  await leave(page);
  await page.goto("/signin?next=/inbox");
  await hydrated(page);
  await new SignInPage(page, words).signIn(credentials);
}

for (const locale of LOCALES)
  test.describe(`in ${locale}`, () => {
    test.use({ locale: BROWSER_LOCALE[locale] });
    const t = wordsOf(locale);

    test("an authenticator app is set up, asked for, and a recovery code stands in for it once", async ({
      page,
      newMember,
      signIn,
    }) => {
      const member = await newMember("editor", locale);
      await signIn(member);
      await page.goto("/profile");
      await hydrated(page);
      await expectAccessible(page, "the profile");
      const factors = new SecondFactorPage(page, t);
      const { secret, codes } = await factors.setUpTotp("second-factor.totp.begin");
      expect(codes).toHaveLength(10);
      const coming = page.waitForEvent("download");
      await page.getByRole("link", { name: t("second-factor.recovery.download") }).click();
      const saved = await readFile(await (await coming).path(), "utf8");
      for (const code of codes) expect(saved).toContain(code);
      await factors.button(t("second-factor.recovery.kept")).click();
      await expect(page.getByText(codes[0] ?? "", { exact: true })).toHaveCount(0);

      await knock(page, member, t);
      await expect(
        page.getByRole("heading", { level: 1, name: t("second-factor.step.title") }),
      ).toBeVisible();
      await expectAccessible(page, "the second step");
      expect((await page.request.get("/api/v1/profile")).status()).toBe(401);
      await hydrated(page);
      await factors.show("totp", "000000");
      await expect(page.getByText(t("errors.SECOND_FACTOR_WRONG"))).toBeVisible();
      await factors.show("totp", oneTimeCode(secret, 1));
      await expect(page).toHaveURL(INBOX);

      for (const first of [true, false]) {
        await knock(page, member, t);
        await hydrated(page);
        await factors.button(t("second-factor.step.useRecoveryCode")).click();
        await factors.show("recoveryCode", (codes[4] ?? "").toLowerCase());
        if (first) await expect(page).toHaveURL(INBOX);
        else await expect(page.getByText(t("errors.SECOND_FACTOR_WRONG"))).toBeVisible();
      }
      await factors.button(t("second-factor.step.somebodyElse")).click();
      await expect(page.getByRole("heading", { level: 1, name: t("sign-in.title") })).toBeVisible();
    });
  });

test("a passkey is registered, renamed, shown as second factor, signs in alone, and is removed", async ({
  page,
  newMember,
  signIn,
}) => {
  const t = wordsOf("ja");
  const member = await newMember("editor");
  await plugInAuthenticator(page);
  await signIn(member);
  await page.goto("/profile");
  await hydrated(page);
  const factors = new SecondFactorPage(page);
  await factors.button(t("second-factor.passkey.begin")).click();
  await page.getByLabel(t("second-factor.passkey.name")).fill("ノートPC");
  await factors.button(t("second-factor.passkey.add")).click();
  expect(await factors.recoveryCodes()).toHaveLength(10);
  await factors.button(t("second-factor.recovery.kept")).click();
  await factors.button(t("second-factor.passkey.renameOf", { name: "ノートPC" })).click();
  await page.getByLabel(t("second-factor.passkey.name")).fill("編集部のノートPC");
  // The page has another form to save: that of the account.
  await page
    .getByRole("list", { name: t("second-factor.passkey.title") })
    .getByRole("button", { name: t("second-factor.passkey.save"), exact: true })
    .click();
  await expect(page.getByText("編集部のノートPC", { exact: true })).toBeVisible();
  await expectAccessible(page, "a passkey is listed");

  await knock(page, member);
  await hydrated(page);
  await factors.button(t("second-factor.step.passkey")).click();
  await expect(page).toHaveURL(INBOX);

  await leave(page);
  await page.goto("/signin?next=/inbox");
  await hydrated(page);
  await factors.button(t("second-factor.signIn")).click();
  await expect(page).toHaveURL(INBOX);

  await page.goto("/profile");
  await hydrated(page);
  await factors.button(t("second-factor.passkey.removeOf", { name: "編集部のノートPC" })).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("second-factor.remove") })
    .click();
  await expect(page.getByText("編集部のノートPC", { exact: true })).toHaveCount(0);
  expect(await openSession(page.request, member)).toBe(200);
  expect((await page.request.get("/api/v1/profile")).status()).toBe(200);
});

test("a device without a passkey says so, and the person goes on with the password", async ({ page }) => {
  const t = wordsOf("ja");
  await plugInAuthenticator(page);
  await page.goto("/signin");
  await hydrated(page);
  await new SecondFactorPage(page).button(t("second-factor.signIn")).click();
  await expect(page.getByText(t("second-factor.noPasskey"))).toBeVisible();
  await expectAccessible(page, "no passkey");
});
