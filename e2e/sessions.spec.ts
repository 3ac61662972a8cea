import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { countKeptProse } from "./kept-prose.ts";
import { Company } from "./pages/company.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { Workbench } from "./pages/workbench.ts";
import { openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const worked = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";

test("signing out in one tab ends all, loses nothing, and stores nothing under the old name", async ({
  page,
  context,
  newMember,
  article,
  desk,
}) => {
  const member = await newMember("editor");
  const other = await newMember("editor");
  const { id } = await desk.createClaim(article.id, { exact: worked });
  await page.goto("/signin");
  await new SignInPage(page).signIn(member);
  await expect(page).toHaveURL(/\/articles$/);
  const stolen = await context.cookies();
  const bench = new Workbench(await context.newPage());
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.field("statement")).toBeVisible();
  const before = (await desk.events(article.id)).length;

  await hydrated(page);
  await page.getByRole("button", { name: t("shell.menu", { name: member.name }) }).click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(page).toHaveURL(/\/signin/);

  await test.step("the other tab says so and keeps what is typed", async () => {
    await expect(bench.company.ended).toContainText(t("live.line.ended.signed_out"));
    await bench.panel.field("statement").fill("サインアウトのあとに書いた要旨。");
    await bench.panel.summary.fill("サインアウトのあとに書いた判定の要約。");
    await expect(bench.panel.field("statement")).toHaveValue("サインアウトのあとに書いた要旨。");
    await expectAccessible(bench.page);
    await bench.page.setViewportSize({ width: 360, height: 780 });
    await expect(bench.company.ended).toBeVisible();
    await expectAccessible(bench.page);
    await bench.page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("a copy of the cookie is good for nothing", async () => {
    const thief = await context.browser()?.newContext();
    await thief?.addCookies(stolen);
    const answer = await thief?.request.get("/api/v1/profile");
    expect(answer?.status()).toBe(401);
    await thief?.close();
  });

  await test.step("another person on the same browser neither sees nor sends it", async () => {
    await new SignInPage(page).signIn(other);
    await expect(page).toHaveURL(/\/articles$/);
    const theirs = new Workbench(await context.newPage());
    await theirs.open(article.id, `?claim=${id}`);
    await expect(theirs.panel.field("statement")).toHaveValue("");
    await theirs.panel.field("claimant").fill("別の人の記入");
    await theirs.panel.saved();
    await theirs.page.close();
    await expect(bench.company.ended, "the tab is the first person's still").toBeVisible();
    expect(await desk.claim(id)).toMatchObject({ statement: "", claimant: "別の人の記入" });
    expect((await desk.events(article.id)).slice(0, -before).map(({ actor }) => actor?.id)).toEqual([
      other.id,
    ]);
    await hydrated(page);
    await page.getByRole("button", { name: t("shell.menu", { name: other.name }) }).click();
    await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
    await expect(page).toHaveURL(/\/signin/);
  });

  await test.step("their own next sign-in sends it, and the tab goes on as it stood", async () => {
    await new SignInPage(page).signIn(member);
    await expect(page).toHaveURL(/\/articles$/);
    await expect.poll(async () => (await desk.claim(id)).statement).toBe("サインアウトのあとに書いた要旨。");
    await expect
      .poll(async () => (await desk.claim(id)).verdict?.summary)
      .toBe("サインアウトのあとに書いた判定の要約。");
    await expect(bench.company.ended).toBeHidden();
    await expect(bench.panel.field("statement")).toHaveValue("サインアウトのあとに書いた要旨。");
    const mine = (await desk.events(article.id)).slice(0, -before).map(({ actor }) => actor?.id);
    expect(new Set(mine)).toEqual(new Set([other.id, member.id]));
  });
});

test("prose that did not arrive is sent by whichever page its writer opens next", async ({
  page,
  context,
  newMember,
  signIn,
  article,
  desk,
}) => {
  const member = await newMember("editor");
  const { id } = await desk.createClaim(article.id, { exact: worked });
  await signIn(member);
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.summary).toBeVisible();
  const elsewhere = await context.newPage();
  await elsewhere.goto("/articles");
  await hydrated(elsewhere);
  await elsewhere.getByRole("button", { name: t("shell.menu", { name: member.name }) }).click();
  await elsewhere.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(elsewhere).toHaveURL(/\/signin/);
  await expect(bench.company.ended).toBeVisible();
  await bench.panel.summary.fill("閉じる前に書いた要約。");
  await expect.poll(() => page.evaluate(countKeptProse)).toBeGreaterThan(0);
  await page.close();
  await new SignInPage(elsewhere).signIn(member);
  await expect(elsewhere).toHaveURL(/\/articles$/);
  await expect.poll(async () => (await desk.claim(id)).verdict?.summary).toBe("閉じる前に書いた要約。");
});

for (const locale of ["ja", "en"] as const) {
  test(`the profile lists where one is signed in, and ends one or all (${locale})`, async ({
    page,
    newMember,
    signIn,
    secondPerson,
  }) => {
    const words = wordsOf(locale);
    const member = await newMember("editor", locale);
    const [phone, desktop] = [await secondPerson(null), await secondPerson(null)];
    for (const { page: tab } of [phone, desktop]) {
      await openSession(tab.request, member);
      await tab.goto("/articles");
      await hydrated(tab);
    }
    await signIn(member);
    await page.goto("/profile");
    await hydrated(page);
    const list = page.getByRole("list", { name: words("profile.sessions.title") });
    await expect(list.getByRole("listitem")).toHaveCount(3);
    await expect(list.getByText(words("profile.sessions.here"))).toHaveCount(1);
    await list.scrollIntoViewIfNeeded();
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 780 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1440, height: 900 });

    const other = list.getByRole("listitem").filter({ hasNotText: words("profile.sessions.here") });
    await other.first().getByRole("button").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: words("profile.sessions.end"), exact: true }).click();
    await expect(list.getByRole("listitem")).toHaveCount(2);
    const ended = [phone, desktop].map(({ page: tab }) => new Company(tab, words).ended);
    await expect
      .poll(async () => (await Promise.all(ended.map((banner) => banner.isVisible()))).filter(Boolean).length)
      .toBe(1);

    await page.getByRole("button", { name: words("profile.sessions.endAll") }).click();
    await dialog.getByRole("button", { name: words("profile.sessions.end"), exact: true }).click();
    await expect(page).toHaveURL(/\/signin/);
    for (const banner of ended) await expect(banner).toContainText(words("live.line.ended.elsewhere"));
  });
}

test("who changes the password goes on in every tab of the same browser; another browser is told why not", async ({
  page,
  context,
  newMember,
  secondPerson,
}) => {
  const member = await newMember("editor");
  const { page: elsewhere } = await secondPerson(null);
  for (const tab of [page, elsewhere]) {
    await tab.goto("/signin");
    await new SignInPage(tab).signIn(member);
    await expect(tab).toHaveURL(/\/articles$/);
  }
  const beside = await context.newPage();
  await beside.goto("/articles");
  await hydrated(beside);
  await page.goto("/profile");
  await hydrated(page);
  const submit = page.getByRole("button", { name: t("profile.password.submit") });
  const next = page.getByLabel(t("profile.password.next"), { exact: true });
  await page.getByLabel(t("profile.password.current"), { exact: true }).fill(member.password);
  await next.fill("password1234");
  await submit.click();
  await expect(page.getByText(t("errors.PASSWORD_COMMON"))).toBeVisible();
  await next.fill("Uratori2026");
  await submit.click();
  await expect(page.getByText(t("errors.PASSWORD_PERSONAL"))).toBeVisible();
  await next.fill("a-new-long-password");
  await submit.click();
  await expect(page.getByText(t("profile.password.changed"))).toBeVisible();
  await expect(new Company(elsewhere, t).ended).toContainText(t("live.line.ended.password_changed"));
  await page
    .getByRole("link", { name: t("shell.articles") })
    .first()
    .click();
  await expect(page).toHaveURL(/\/articles/);
  for (const tab of [page, beside]) await expect(new Company(tab, t).ended).toBeHidden();
});

test("a stranger's wrong passwords keep the owner out nowhere they have signed in before", async ({
  page,
  context,
  newMember,
  requestAs,
}) => {
  const member = await newMember("viewer");
  await page.goto("/signin");
  await new SignInPage(page).signIn(member);
  await expect(page).toHaveURL(/\/articles$/);
  const device = (await context.cookies()).find(({ name }) => name.endsWith("uratori.device"));
  expect(device).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await hydrated(page);
  await page.getByRole("button", { name: t("shell.menu", { name: member.name }) }).click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await expect(page).toHaveURL(/\/signin/);
  const stranger = await requestAs(null);
  for (let tries = 0; tries < 5; tries += 1)
    expect(await openSession(stranger, { ...member, password: "not-the-password" })).toBe(401);
  expect(await openSession(stranger, member)).toBe(429);
  await new SignInPage(page).signIn(member);
  await expect(page).toHaveURL(/\/articles$/);
});
