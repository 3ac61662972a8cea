import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");

test("a password is changed, and other devices are signed out", async ({
  page,
  newMember,
  signIn,
  secondPerson,
  requestAs,
}) => {
  const member = await newMember("editor");
  const { page: elsewhere } = await secondPerson(null);
  await openSession(elsewhere.request, member);
  await elsewhere.goto("/articles");
  await expect(elsewhere).toHaveURL(/\/articles$/);

  await signIn(member);
  await page.goto("/profile");
  await hydrated(page);
  const current = page.getByLabel(t("profile.password.current"), { exact: true });
  const next = page.getByLabel(t("profile.password.next"), { exact: true });
  const submit = page.getByRole("button", { name: t("profile.password.submit") });
  await current.fill("not-the-password");
  await next.fill("a-new-long-password");
  await submit.click();
  await expect(page.getByText(t("errors.PASSWORD_WRONG"))).toBeVisible();
  await current.fill(member.password);
  await submit.click();
  await expect(page.getByText(t("profile.password.changed"))).toBeVisible();

  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: t("profile.title") })).toBeVisible();
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/signin/);
  const stranger = await requestAs(null);
  expect(await openSession(stranger, member)).toBe(401);
  expect(await openSession(stranger, { ...member, password: "a-new-long-password" })).toBe(200);
});

test("a personal token works until it is taken back", async ({ page, newMember, signIn, requestAs }) => {
  const member = await newMember("editor");
  await signIn(member);
  await page.goto("/profile");
  await hydrated(page);
  await page.getByLabel(t("profile.tokens.name"), { exact: true }).fill("週次の書き出し");
  await page.getByRole("radio", { name: t("profile.tokens.scopes.write") }).click();
  await page.getByRole("button", { name: t("profile.tokens.create") }).click();
  const secret = await page.getByRole("textbox", { name: t("profile.tokens.secret") }).inputValue();

  const script = await requestAs(null);
  const headers = { authorization: `Bearer ${secret}` };
  const profile = await script.get("/api/v1/profile", { headers });
  expect(await profile.json()).toMatchObject({ email: member.email });
  const made = await script.post("/api/v1/articles", {
    headers: { ...headers, origin: "https://scripts.example" },
    data: { format: "markdown", content: "# 題名\n\n- 一つ目" },
  });
  expect(made.status(), "a token is no cookie: it may come from anywhere").toBe(201);

  await page.reload();
  await hydrated(page);
  await expect(page.getByRole("textbox", { name: t("profile.tokens.secret") }), "shown once").toHaveCount(0);
  await page.getByRole("button", { name: t("profile.tokens.revokeOf", { name: "週次の書き出し" }) }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("profile.tokens.revoke") })
    .click();
  await expect(page.getByText(t("profile.tokens.revoked", { name: "週次の書き出し" }))).toBeVisible();
  expect((await script.get("/api/v1/profile", { headers })).status()).toBe(401);
});

test("a token that only reads ends with the password, and then waits to be cleared away", async ({
  page,
  newMember,
  signIn,
  requestAs,
}) => {
  const member = await newMember("editor");
  await signIn(member);
  await page.goto("/profile");
  await hydrated(page);
  await page.getByLabel(t("profile.tokens.name"), { exact: true }).fill("記事の取り出し");
  await page.getByLabel(t("profile.tokens.days"), { exact: true }).selectOption("365");
  await page.getByRole("button", { name: t("profile.tokens.create") }).click();
  const secret = await page.getByRole("textbox", { name: t("profile.tokens.secret") }).inputValue();
  const row = page.getByRole("listitem").filter({ hasText: "記事の取り出し" });
  await expect(row).toContainText(t("profile.tokens.scopes.read"));

  const script = await requestAs(null);
  const headers = { authorization: `Bearer ${secret}` };
  expect((await script.get("/api/v1/articles", { headers })).status()).toBe(200);
  const written = await script.post("/api/v1/sources", { headers, data: { title: "白書" } });
  expect(await written.json()).toMatchObject({
    code: "TOKEN_READ_ONLY",
    message: t("errors.TOKEN_READ_ONLY"),
  });
  const { items } = await (await script.get("/api/v1/profile/tokens", { headers })).json();
  const days = (new Date(items[0].expiresAt).getTime() - Date.now()) / 86_400_000;
  expect(Math.round(days)).toBe(365);

  await page.getByLabel(t("profile.password.current"), { exact: true }).fill(member.password);
  await page.getByLabel(t("profile.password.next"), { exact: true }).fill("a-new-long-password");
  await page.getByRole("button", { name: t("profile.password.submit") }).click();
  await expect(row).toContainText(t("profile.tokens.ended.password_changed"));
  expect((await script.get("/api/v1/articles", { headers })).status()).toBe(401);
  await page.getByRole("button", { name: t("profile.tokens.removeOf", { name: "記事の取り出し" }) }).click();
  await expect(page.getByText(t("profile.tokens.removed", { name: "記事の取り出し" }))).toBeVisible();
  await expect(page.getByText(t("profile.tokens.empty"))).toBeVisible();
});

for (const locale of ["ja", "en"] as const) {
  test(`tokens fit a small screen, ${locale}`, async ({ page, newMember, signIn, requestAs }, info) => {
    const words = wordsOf(locale);
    const member = await newMember("editor", locale);
    const own = await requestAs(member);
    for (const data of [
      { name: "週次レポートの書き出しと、編集局の共有フォルダーへの保存", scope: "read", days: 30 },
      { name: "weekly-report-export-to-the-shared-folder-of-the-newsroom", scope: "write", days: 365 },
    ])
      expect((await own.post("/api/v1/profile/tokens", { data })).status()).toBe(201);
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(member);
    await page.goto("/profile");
    await hydrated(page);
    const section = page.getByRole("region", { name: words("profile.tokens.title") });
    await expect(section.getByRole("listitem")).toHaveCount(2);
    await section.getByLabel(words("profile.tokens.days"), { exact: true }).selectOption("7");
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, "nothing is wider than the screen").toBeLessThanOrEqual(360);
    await info.attach(`tokens-${locale}`, {
      body: await section.screenshot({ path: info.outputPath(`tokens-${locale}.png`) }),
      contentType: "image/png",
    });
  });
}

test("a language is chosen for every page, the door included", async ({
  page,
  newMember,
  signIn,
  requestAs,
}) => {
  const member = await newMember("viewer");
  await signIn(member);
  await page.goto("/profile");
  await hydrated(page);
  await page.getByRole("radio", { name: "English" }).click();
  const en = wordsOf("en");
  await expect(page.getByRole("heading", { level: 1, name: en("profile.title") })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.goto("/articles");
  await hydrated(page);
  await expect(page.getByRole("heading", { level: 1, name: en("articles.title") })).toBeVisible();
  await page.getByRole("button", { name: en("shell.menu", { name: member.name }) }).click();
  await page.getByRole("menuitem", { name: en("shell.signOut") }).click();
  await expect(page.getByRole("heading", { level: 1, name: en("sign-in.title") })).toBeVisible();
  const again = await requestAs(member);
  expect(await again.get("/api/v1/profile").then((answer) => answer.json())).toMatchObject({ locale: "en" });
});
