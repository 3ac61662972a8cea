import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { demoMember, openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");

test.describe("the door", () => {
  test("leads back to the page that was asked for, query and all", async ({ page, article }) => {
    await page.goto(`/articles/${article.id}?claim=none&x=%E5%8C%97`);
    await expect(page).toHaveURL(/\/signin\?next=/);
    await new SignInPage(page).signIn(demoMember("viewer"));
    await expect(page).toHaveURL(new RegExp(`/articles/${article.id}\\?.*x=%E5%8C%97`));
  });

  test("leads nowhere else", async ({ page }) => {
    await page.goto("/signin?next=https://elsewhere.example/");
    await new SignInPage(page).signIn(demoMember("viewer"));
    await expect(page).toHaveURL(/\/articles$/);
    expect(new URL(page.url()).hostname).not.toContain("elsewhere");
  });

  test("never says which of address and password was wrong", async ({ page, newMember }) => {
    const member = await newMember("viewer");
    await page.goto("/signin");
    const door = new SignInPage(page);
    for (const email of [member.email, `${crypto.randomUUID()}@uratori.example`]) {
      await door.signIn({ email, password: "not-the-password" });
      await expect(door.problem).toHaveText(t("errors.CREDENTIALS_WRONG"));
      await expect(page.getByLabel(t("sign-in.email"), { exact: true })).toHaveValue(email);
    }
  });

  test("slows down who keeps guessing, and says so", async ({ page, requestAs }) => {
    const guess = { email: `${crypto.randomUUID()}@uratori.example`, password: "not-the-password" };
    const stranger = await requestAs(null);
    for (let tries = 0; tries < 5; tries += 1) expect(await openSession(stranger, guess)).toBe(401);
    await page.goto("/signin");
    const door = new SignInPage(page);
    await door.signIn(guess);
    await expect(door.problem).toContainText(t("errors.TOO_MANY_REQUESTS"));
    await expect(door.problem).toContainText(/[1-9]\d*秒後/);
    await expect(door.submit).toBeDisabled();
  });

  test("gives a cookie no script reads and no other site sends", async ({
    page,
    context,
    requestAs,
    article,
  }) => {
    await page.goto("/signin");
    await new SignInPage(page).signIn(demoMember("editor"));
    await expect(page).toHaveURL(/\/articles$/);
    const session = (await context.cookies()).find(({ name }) => name.endsWith("uratori.session"));
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    expect(await page.evaluate(() => document.cookie)).not.toContain("session");

    const editor = await requestAs("editor");
    const address = `/api/v1/articles/${article.id}/claims`;
    const data = { target: { exact: "北京で開催される記念パレード" } };
    const foreign = await editor.post(address, { data, headers: { origin: "https://elsewhere.example" } });
    expect(foreign.status()).toBe(403);
    expect(await foreign.json()).toMatchObject({ code: "ORIGIN_REFUSED" });
    const own = await editor.post(address, { data, headers: { origin: new URL(page.url()).origin } });
    expect(own.status()).toBe(201);
  });

  test("lets a demo member in by one click on their role", async ({ page }) => {
    await page.goto("/signin");
    await hydrated(page);
    await page.getByRole("button", { name: `${t("shell.roles.viewer")} viewer@uratori.example` }).click();
    await expect(page.getByRole("status").filter({ hasText: t("shell.roles.viewer") })).toBeAttached();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/articles$/);
    await hydrated(page);
    await page.getByRole("button", { name: t("shell.menu", { name: "森 ひかり" }) }).click();
    await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
    await expect(page).toHaveURL(/\/signin/);
    await page.goto("/articles");
    await expect(page).toHaveURL(/\/signin\?next=/);
  });
});
