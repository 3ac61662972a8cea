import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";

test("a viewer sees everything and can change nothing", async ({
  page,
  signIn,
  desk,
  article,
  requestAs,
}) => {
  const claim = await desk.createClaim(article.id, { exact: quote }, { statement: "三首脳が並んだ。" });
  const evidence = await desk.addEvidence(claim.id, { source: { title: "式典の中継" } });
  await desk.putVerdict(claim.id, {
    rating: "accurate",
    summary: "中継で確かめた。",
    rationale: "中継の映像による。",
  });
  await signIn("viewer");

  await test.step("in the interface", async () => {
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${claim.id}`);
    await expect(bench.panel.quote).toHaveText(quote);
    const { root } = bench.panel;
    for (const words of ["三首脳が並んだ。", "中継で確かめた。", "中継の映像による。", "式典の中継", "正確"])
      await expect(root.getByText(words).first()).toBeVisible();
    await expect(root.locator("input, textarea, select, [contenteditable=true]")).toHaveCount(0);
    await expect(bench.panel.settleButton).toHaveCount(0);
    await expect(root.getByRole("button", { name: t("claim.more") })).toHaveCount(0);
    await expect(bench.page.getByRole("slider")).toHaveCount(0);
    await expect(bench.stamps).toHaveCount(1);
    await expect(bench.margin.getByRole("button", { name: t("workbench.markBulletHint") })).toHaveCount(0);
    await bench.dragOver("国際社会への強いメッセージ");
    await page.keyboard.press("n");
    await page.keyboard.press("Delete");
    await expect(bench.offer).toHaveCount(0);
    await expect(bench.stamps).toHaveCount(1);

    await page.goto("/articles");
    await expect(page.getByRole("link", { name: article.title }).first()).toBeVisible();
    await expect(page.getByRole("link", { name: t("articles.import") })).toHaveCount(0);
    await expect(page.getByRole("link", { name: t("shell.members") })).toHaveCount(0);
    await page.goto("/articles/new");
    await expect(page).toHaveURL(/\/articles$/);
    await page.goto("/members");
    await expect(page.getByRole("heading", { level: 1, name: t("members.forbidden.title") })).toBeVisible();
  });

  await test.step("on the server", async () => {
    const viewer = await requestAs("viewer");
    const before = await desk.claim(claim.id);
    const bullet = article.revision.blocks.find(({ kind }) => kind === "bullet");
    const writes: [string, string, object?][] = [
      ["POST", "/articles", { format: "text", content: "本文" }],
      ["PATCH", `/articles/${article.id}`, { title: "別の題名", version: article.version }],
      ["POST", `/articles/${article.id}/claims`, { target: { exact: "国際社会" } }],
      ["PUT", `/articles/${article.id}/blocks/${bullet?.id}/dismissal`, { reason: "opinion" }],
      ["DELETE", `/articles/${article.id}/blocks/${bullet?.id}/dismissal`],
      ["PATCH", `/claims/${claim.id}`, { statement: "別の要旨", version: claim.version }],
      ["DELETE", `/claims/${claim.id}`],
      ["POST", `/claims/${claim.id}/restore`],
      ["PUT", `/claims/${claim.id}/verdict`, { rating: "false", summary: "誤り。" }],
      [
        "POST",
        `/claims/${claim.id}/evidence`,
        { source: { title: "別" }, stance: "supports", primary: true },
      ],
      ["PATCH", `/evidence/${evidence.id}`, { stance: "refutes" }],
      ["DELETE", `/evidence/${evidence.id}`],
      ["POST", "/sources", { title: "別の情報源" }],
      ["POST", "/invitations", { email: "somebody@uratori.example", role: "admin" }],
      ["GET", "/members"],
    ];
    for (const [method, path, data] of writes) {
      const answer = await viewer.fetch(`/api/v1${path}`, { method, ...(data && { data }) });
      expect([path, answer.status(), (await answer.json()).code]).toEqual([path, 403, "FORBIDDEN"]);
    }
    expect(await desk.claim(claim.id)).toEqual(before);
  });
});

test("an account that is closed loses its open session at once, and gets it back", async ({
  page,
  signIn,
  secondPerson,
  newMember,
}) => {
  const member = await newMember("editor");
  const { page: theirs } = await secondPerson(member);
  await theirs.goto("/articles");
  await expect(theirs.getByRole("heading", { level: 1, name: t("articles.title") })).toBeVisible();

  await signIn("admin");
  await page.goto("/members");
  await hydrated(page);
  await page.getByRole("button", { name: t("members.disableOf", { name: member.name }) }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: t("members.confirm.submit") })
    .click();
  await expect(page.getByText(t("members.disabledDone", { name: member.name }))).toBeVisible();

  const refused = await theirs.request.get("/api/v1/articles");
  expect(refused.status()).toBe(401);
  await theirs.goto("/articles");
  await expect(theirs).toHaveURL(/\/signin/);

  await page.getByRole("button", { name: t("members.enableOf", { name: member.name }) }).click();
  await expect(page.getByText(t("members.enabledDone", { name: member.name }))).toBeVisible();
});

test("a role that is changed counts from the next request on", async ({
  page,
  signIn,
  secondPerson,
  newMember,
}) => {
  const member = await newMember("viewer");
  const { page: theirs } = await secondPerson(member);
  await theirs.goto("/articles");
  await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(theirs.getByRole("link", { name: t("articles.import") })).toHaveCount(0);

  await signIn("admin");
  await page.goto("/members");
  await hydrated(page);
  await page
    .getByLabel(t("members.role", { name: member.name }))
    .selectOption({ label: t("shell.roles.editor") });
  await expect(
    page.getByText(t("members.roleChanged", { name: member.name, role: t("shell.roles.editor") })),
  ).toBeVisible();

  await theirs.reload();
  await expect(theirs.getByRole("link", { name: t("articles.import") })).toBeVisible();
});

test("an invitation makes one member, once", async ({ page, signIn, secondPerson }) => {
  const email = `${crypto.randomUUID().slice(0, 8)}@uratori.example`;
  await signIn("admin");
  await page.goto("/members");
  await hydrated(page);
  await page.getByRole("button", { name: t("members.invite"), exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(t("members.inviting.email")).fill(email);
  await dialog.getByRole("radio", { name: t("shell.roles.reviewer") }).check();
  await dialog.getByRole("button", { name: t("members.inviting.submit") }).click();
  const link = await dialog.getByLabel(t("members.inviting.link")).inputValue();
  await dialog
    .getByRole("button", { name: t("common.close") })
    .last()
    .click();
  await expect(page.getByText(email, { exact: true })).toBeVisible();

  const { page: theirs } = await secondPerson(null);
  await theirs.goto(new URL(link).pathname);
  await hydrated(theirs);
  await expect(
    theirs.getByText(t("sign-in.invite.lead", { email, role: t("shell.roles.reviewer") })),
  ).toBeVisible();
  await theirs.getByLabel(t("sign-in.newcomer.name")).fill("新人 記者");
  await theirs.getByLabel(t("sign-in.newcomer.password"), { exact: true }).fill("a-long-enough-password");
  await theirs.getByRole("button", { name: t("sign-in.invite.submit") }).click();
  await expect(theirs).toHaveURL(/\/articles$/);
  await expect(theirs.getByRole("button", { name: t("shell.menu", { name: "新人 記者" }) })).toBeVisible();

  await theirs.goto(new URL(link).pathname);
  await expect(
    theirs.getByRole("heading", { level: 1, name: t("sign-in.invite.invalidTitle") }),
  ).toBeVisible();
});
