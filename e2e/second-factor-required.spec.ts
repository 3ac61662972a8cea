import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { type OwnDesk, startOwnDesk } from "./own-desk.ts";
import { SecondFactorPage } from "./pages/second-factor.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { demoMember } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
/** The inbox itself, and no door that leads there: that has its address, too. */
const INBOX = /^[^?]*\/inbox$/;

let desk: OwnDesk;
test.beforeAll(async () => {
  test.setTimeout(300_000);
  desk = await startOwnDesk();
});
test.afterAll(() => desk.stop());

test.use({ viewport: { width: 360, height: 740 } });

test("an admin makes it a duty; whoever has none sets one up before anything else; an admin resets it", async ({
  page,
  secondPerson,
}) => {
  const { page: admin } = await secondPerson(null);
  const signIn = async (who: typeof page, role: "admin" | "editor") => {
    await who.goto(`${desk.url}/signin?next=/inbox`);
    await hydrated(who);
    await new SignInPage(who).signIn(demoMember(role));
  };
  const fits = async (who: typeof page) =>
    expect(
      await who.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);

  await signIn(page, "editor");
  await expect(page).toHaveURL(INBOX);
  await signIn(admin, "admin");
  await expect(admin).toHaveURL(INBOX);
  await admin.goto(`${desk.url}/members`);
  await hydrated(admin);
  const role = t("shell.roles.editor");
  await admin.getByRole("checkbox", { name: t("members.factors.required", { role }) }).check();
  await expect(admin.getByText(t("members.factors.nowRequired", { role }))).toBeVisible();
  await expectAccessible(admin, "the members with their rules");

  // The session that was open is led to the set-up, and comes back to where it was going.
  await page.goto(`${desk.url}/articles`);
  await expect(page.getByRole("heading", { level: 1, name: t("second-factor.setUp.title") })).toBeVisible();
  await hydrated(page);
  await expectAccessible(page, "a second factor must be set up");
  await fits(page);
  const factors = new SecondFactorPage(page);
  const { codes } = await factors.setUpTotp("second-factor.setUp.totp");
  expect(codes).toHaveLength(10);
  await fits(page);
  await factors.button(t("second-factor.recovery.kept")).click();
  await expect(page).toHaveURL(/\/articles$/);

  await page.goto(`${desk.url}/profile`);
  await hydrated(page);
  await fits(page);
  await factors.button(t("second-factor.totp.remove")).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("second-factor.remove") })
    .click();
  await expect(page.getByText(t("errors.SECOND_FACTOR_LAST"))).toBeVisible();

  await admin.reload();
  await hydrated(admin);
  const reset = admin.getByRole("button", { name: /の2段階認証を解除$/ });
  await expect(reset).toHaveCount(1);
  await reset.click();
  await admin
    .getByRole("dialog")
    .getByRole("button", { name: t("members.factors.confirmSubmit") })
    .click();
  await expect(reset).toHaveCount(0);
  await page.goto(`${desk.url}/articles`);
  await expect(page.getByRole("heading", { level: 1, name: t("sign-in.title") })).toBeVisible();
  await signIn(page, "editor");
  await expect(page.getByRole("heading", { level: 1, name: t("second-factor.setUp.title") })).toBeVisible();
});
