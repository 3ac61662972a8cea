import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { openSession } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
/** A file that begins as a PDF and is none. */
const DAMAGED = Buffer.from("%PDF-1.4\n1 0 obj\nnothing");

test("an admin finds the page in the menu and reads how the system runs", async ({ page, signIn }) => {
  await signIn("admin");
  await page.goto("/articles");
  await page.getByRole("link", { name: t("shell.system") }).click();
  await expect(page).toHaveURL(/\/system$/);
  await expect(page).toHaveTitle(new RegExp(t("system.title")));
  await expect(page.getByRole("heading", { level: 1, name: t("system.title") })).toBeVisible();
  for (const part of ["versions", "instance", "queues", "watches", "readings", "mails", "sizes"] as const)
    await expect(page.getByRole("region", { name: t(`system.${part}.title`), exact: true })).toBeVisible();
  const versions = page.getByRole("region", { name: t("system.versions.title") });
  await expect(versions.getByText(/^\d+\.\d+/).first()).toBeVisible();
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(11);
  // The page itself is one of the connected ones.
  const sockets = page.getByText(t("system.instance.sockets")).locator("xpath=following-sibling::dd");
  await expect(sockets).toHaveText(/^[1-9]/);
});

test("nobody else does", async ({ page, signIn, requestAs }) => {
  for (const role of ["viewer", "editor", "reviewer"] as const) {
    await signIn(role);
    await page.goto("/articles");
    await expect(page.getByRole("link", { name: t("shell.system") })).toHaveCount(0);
    const answer = await page.goto("/system");
    expect(answer?.status()).toBe(403);
    expect((await (await requestAs(role)).get("/api/v1/system")).status()).toBe(403);
  }
});

test("a watch is held, goes on and is looked at now", async ({ page, signIn, desk, requestAs }) => {
  const title = `見張りの試験 ${crypto.randomUUID().slice(0, 8)}`;
  const article = await desk.createArticle({
    content: `${title}\n\n本文です。`,
    url: "http://127.0.0.1:9/gone",
  });
  const editor = await requestAs("editor");
  const watch = `/api/v1/articles/${article.id}/watch`;
  expect((await editor.put(watch, { data: { everyMinutes: 1440 } })).status()).toBe(200);
  await signIn("admin");
  await page.goto("/system");
  await hydrated(page);
  const row = page.getByRole("listitem").filter({ hasText: title });
  await row.getByRole("button", { name: t("system.watches.pauseOf", { title }) }).click();
  await expect(row.getByText(t("system.watches.paused"), { exact: true })).toBeVisible();
  expect(await (await editor.get(watch)).json()).toMatchObject({ watch: { pausedAt: expect.any(String) } });
  await row.getByRole("button", { name: t("system.watches.resumeOf", { title }) }).click();
  await expect(row.getByRole("button", { name: t("system.watches.pauseOf", { title }) })).toBeVisible();
  await row.getByRole("button", { name: t("system.watches.retryOf", { title }) }).click();
  await expect(page.getByText(t("system.watches.retried", { title }))).toBeVisible();
  await editor.delete(watch);
});

test("a reading that failed is begun once more", async ({ page, newMember, signIn, playwright, baseURL }) => {
  const member = await newMember("editor");
  const script = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  await openSession(script, member);
  const file = { name: "極秘.pdf", mimeType: "application/pdf", buffer: DAMAGED };
  const started = await script.post("/api/v1/readings", {
    multipart: { file, direction: "across", language: "ja" },
    headers: { origin: baseURL ?? "" },
  });
  expect(started.status()).toBe(201);
  const { id } = await started.json();
  const state = async () => (await (await script.get(`/api/v1/readings/${id}`)).json()).state;
  await expect.poll(state, { timeout: 120_000 }).toBe("failed");

  await signIn("admin");
  await page.goto("/system");
  await hydrated(page);
  const { name } = member;
  const row = page.getByRole("listitem").filter({ hasText: t("system.readings.of", { name }) });
  await expect(row).toContainText(t("system.readings.failures.DAMAGED"));
  await expect(page.locator("main")).not.toContainText("極秘");
  await row.getByRole("button", { name: t("system.readings.retryOf", { name }) }).click();
  await expect(page.getByText(t("system.readings.retried"))).toBeVisible();
  await expect(row).toHaveCount(0);
  // It fails again, of course: it was begun.
  await expect.poll(state, { timeout: 120_000 }).toBe("failed");
  await script.dispose();
});

test("a page that cannot be brought up to date says so and keeps what it knew", async ({
  page,
  signIn,
  trouble,
}) => {
  trouble.expect(/api\/v1\/system/);
  await signIn("admin");
  await page.goto("/system");
  await hydrated(page);
  await page.route("**/api/v1/system", (route) => route.fulfill({ status: 500, body: "{}" }));
  await page.getByRole("button", { name: t("system.refresh") }).click();
  const notice = page.getByRole("alert").filter({ hasText: t("system.failed") });
  await expect(notice).toBeVisible();
  await expect(page.getByRole("region", { name: t("system.versions.title") })).toBeVisible();
  await page.unroute("**/api/v1/system");
  await notice.getByRole("button", { name: t("common.retry") }).click();
  await expect(notice).toHaveCount(0);
});
