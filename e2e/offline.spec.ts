import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const first = "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。";
const second = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";
const worked = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";
const spare = "国際社会の制裁と孤立は依然続いています";
const unreachable = t("unsent.trouble.unreachable");

test.describe("without a line", () => {
  test.beforeEach(({ trouble }) => trouble.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/));

  test("all that was done is done once it is back, in its order, also after the tab was closed", async ({
    page,
    context,
    signIn,
    article,
    desk,
  }) => {
    test.slow();
    const { id } = await desk.createClaim(article.id, { exact: worked });
    const { id: spareId } = await desk.createClaim(article.id, { exact: spare });
    const before = (await desk.events(article.id)).length;
    await signIn("editor");
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${id}`);
    await expect(bench.panel.field("statement")).toBeVisible();
    await context.setOffline(true);

    await test.step("mark, dismiss, rate, type, add evidence, delete, comment", async () => {
      await bench.bullet(first).scrollIntoViewIfNeeded();
      await bench.bullet(first).hover();
      await bench.markOf(first).click();
      await expect(bench.panel.quote).toHaveText(first);
      await expect(page.getByText(unreachable)).toBeVisible();
      await bench.bullet(second).scrollIntoViewIfNeeded();
      await bench.bullet(second).hover();
      await bench.dismissOf(second).click();
      await page.getByRole("menuitem", { name: t("workbench.reasons.opinion") }).click();

      await bench.text.getByText(worked).first().scrollIntoViewIfNeeded();
      await bench.stampOf(worked).click();
      await bench.panel.rate("不正確");
      await bench.panel.field("statement").fill("三か国は体制を見直している。");
      await bench.panel.openEvidenceForm();
      await bench.panel.searchSource("防衛白書");
      await page.getByRole("option", { name: t("evidence.source.newFrom", { text: "防衛白書" }) }).click();
      await bench.panel.evidenceForm.getByLabel(t("evidence.quote")).fill("共同訓練を重ねた。");
      await bench.panel.addEvidence();
      await expect(bench.panel.evidence.getByText(t("evidence.unsent"))).toBeVisible();

      await bench.panel.root
        .getByRole("button", { name: new RegExp(`^${t("discussion.open")}`) })
        .first()
        .click();
      await page.getByRole("textbox", { name: t("discussion.new.claim") }).fill("数字の出典を確かめたい。");
      await page.getByRole("button", { name: t("discussion.composer.send"), exact: true }).click();

      await bench.text.getByText(spare).first().scrollIntoViewIfNeeded();
      await bench.stampOf(spare).click();
      await expect(bench.panel.quote).toHaveText(spare);
      await page.keyboard.press("Delete");
      await expect(bench.stampOf(spare)).toBeHidden();
      await expect(page.getByText(t("unsent.count", { count: 7 }))).toBeVisible();
    });
    expect(await desk.quotes(article.id), "nothing has reached the server").toHaveLength(2);
    await page.close();
    await context.setOffline(false);

    await test.step("any page of the desk sends it", async () => {
      const later = await context.newPage();
      await later.goto("/articles");
      await expect.poll(async () => (await desk.events(article.id)).length).toBe(before + 7);
    });
    const done = (await desk.events(article.id)).slice(0, 7).reverse();
    expect(done.map(({ kind }) => kind)).toEqual([
      "claim.created",
      "block.dismissed",
      "verdict.updated",
      "claim.updated",
      "evidence.added",
      "thread.opened",
      "claim.deleted",
    ]);
    expect((await desk.quotes(article.id)).sort()).toEqual([first, worked].sort());
    expect((await desk.article(article.id)).dismissals).toMatchObject([{ reason: "opinion" }]);
    const claim = await desk.claim(id);
    expect(claim).toMatchObject({
      statement: "三か国は体制を見直している。",
      verdict: { rating: "inaccurate" },
      evidence: [{ quote: "共同訓練を重ねた。", source: { title: "防衛白書" } }],
    });
    expect(await desk.threads(article.id)).toMatchObject([
      { claimId: id, comments: [{ text: "数字の出典を確かめたい。" }] },
    ]);
    await desk.request.post(`/api/v1/claims/${spareId}/restore`);

    await test.step("and nothing is sent again", async () => {
      const again = await context.newPage();
      const writes: string[] = [];
      again.on("request", (request) => {
        if (request.method() !== "GET" && request.url().includes("/api/v1/")) writes.push(request.url());
      });
      const later = new Workbench(again);
      await later.open(article.id, `?claim=${id}`);
      await expect(later.panel.field("statement")).toHaveValue("三か国は体制を見直している。");
      await expect(later.stampOf(spare)).toBeVisible();
      expect(writes).toEqual([]);
    });
  });

  test("two tabs of one person know of each other's work, and send it once", async ({
    page,
    context,
    signIn,
    article,
    desk,
  }) => {
    const { id } = await desk.createClaim(article.id, { exact: worked });
    const before = (await desk.events(article.id)).length;
    await signIn("editor");
    const [one, other] = [new Workbench(page), new Workbench(await context.newPage())];
    await one.open(article.id, `?claim=${id}`);
    await other.open(article.id, `?claim=${id}`);
    await expect(one.panel.field("statement")).toBeVisible();
    await expect(other.panel.field("statement")).toBeVisible();
    await context.setOffline(true);
    await one.panel.field("statement").fill("一つ目の画面の要旨。");
    await expect(other.panel.field("statement")).toHaveValue("一つ目の画面の要旨。");
    await other.bullet(first).scrollIntoViewIfNeeded();
    await other.bullet(first).hover();
    await other.markOf(first).click();
    await one.bullet(first).scrollIntoViewIfNeeded();
    await expect(one.stampOf(first)).toBeVisible();
    await context.setOffline(false);
    await expect.poll(async () => (await desk.claim(id)).statement).toBe("一つ目の画面の要旨。");
    await expect.poll(() => desk.quotes(article.id)).toHaveLength(2);
    for (const { page: tab } of [one, other]) await expect(tab.getByText(unreachable)).toBeHidden();
    const kinds = (await desk.events(article.id)).slice(0, -before).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["claim.created", "claim.updated"]);
  });

  test("what one person did is neither shown to nor sent by another on the same browser", async ({
    page,
    context,
    signIn,
    article,
    desk,
  }) => {
    const { id } = await desk.createClaim(article.id, { exact: worked });
    await signIn("editor");
    const bench = new Workbench(page);
    await bench.open(article.id, `?claim=${id}`);
    await expect(bench.panel.field("statement")).toBeVisible();
    await context.setOffline(true);
    await bench.panel.field("statement").fill("編集者だけの下書き。");
    await expect(page.getByText(unreachable)).toBeVisible();
    await page.close();

    await signIn("reviewer");
    await context.setOffline(false);
    const other = new Workbench(await context.newPage());
    await other.open(article.id, `?claim=${id}`);
    await expect(other.panel.field("statement")).toHaveValue("");
    await other.panel.field("claimant").fill("校閲者の記入");
    await other.panel.saved();
    expect(await desk.claim(id)).toMatchObject({ statement: "", claimant: "校閲者の記入" });
    await other.page.close();

    await signIn("editor");
    const back = await context.newPage();
    await back.goto("/articles");
    await expect.poll(async () => (await desk.claim(id)).statement).toBe("編集者だけの下書き。");
    const [newest] = await desk.events(article.id);
    expect(newest?.actor?.id).toBe((await desk.claim(id)).createdBy.id);
  });
});

test("a page of one person does nothing in the name of another who signed in since", async ({
  page,
  context,
  signIn,
  article,
  desk,
}) => {
  const { id } = await desk.createClaim(article.id, { exact: worked });
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.field("statement")).toBeVisible();
  await signIn("reviewer");
  await bench.panel.field("statement").fill("編集者の文。");
  await expect(page.getByText(t("unsent.trouble.signedOut"))).toBeVisible();
  expect((await desk.claim(id)).statement).toBe("");

  await signIn("editor");
  const again = await context.newPage();
  await again.goto("/articles");
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("編集者の文。");
});

test("signing out with unsent work asks, keeps it for the next time, or throws it away", async ({
  page,
  signIn,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_FAILED|ERR_CONNECTION_FAILED|Failed to fetch/);
  const { id } = await desk.createClaim(article.id, { exact: worked });
  await signIn("editor");
  const bench = new Workbench(page);
  const leave = async () => {
    await page.getByRole("button", { name: t("shell.menu", { name: "佐藤 葵" }) }).click();
    await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
    return page.getByRole("dialog", { name: t("unsent.signOut.title") });
  };
  const cut = () =>
    page.route(`**/api/v1/claims/${id}`, (route) =>
      route.request().method() === "PATCH" ? route.abort("connectionfailed") : route.continue(),
    );

  await cut();
  await bench.open(article.id, `?claim=${id}`);
  await bench.panel.field("statement").fill("残しておく要旨。");
  await expect(page.getByText(unreachable)).toBeVisible();
  const dialog = await leave();
  await expect(dialog).toContainText(t("unsent.signOut.body", { count: 1 }));
  await dialog.getByRole("button", { name: t("unsent.signOut.stay") }).click();
  await expect(dialog).toBeHidden();
  await expect(bench.panel.field("statement")).toHaveValue("残しておく要旨。");
  await (await leave()).getByRole("button", { name: t("unsent.signOut.keepHere") }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.unroute(`**/api/v1/claims/${id}`);
  expect((await desk.claim(id)).statement).toBe("");
  await signIn("editor");
  await page.goto("/articles");
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("残しておく要旨。");

  await cut();
  await bench.open(article.id, `?claim=${id}`);
  await bench.panel.field("statement").fill("捨てる要旨。");
  await expect(page.getByText(unreachable)).toBeVisible();
  await (await leave()).getByRole("button", { name: t("unsent.signOut.throwAway") }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.unroute(`**/api/v1/claims/${id}`);
  await signIn("editor");
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.field("statement")).toHaveValue("残しておく要旨。");
  expect((await desk.claim(id)).statement).toBe("残しておく要旨。");
});

test("what was being sent in the very moment of signing out is sent at the next sign-in", async ({
  page,
  signIn,
  article,
  desk,
}) => {
  const { id } = await desk.createClaim(article.id, { exact: worked });
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  let isOnItsWay = () => {};
  const onItsWay = new Promise<void>((done) => {
    isOnItsWay = done;
  });
  // Never answered: the page goes while it waits.
  await page.route(`**/api/v1/claims/${id}`, (route) =>
    route.request().method() === "PATCH" ? isOnItsWay() : route.continue(),
  );
  await bench.panel.field("statement").fill("送っている最中の要旨。");
  await onItsWay;
  await page.getByRole("button", { name: t("shell.menu", { name: "佐藤 葵" }) }).click();
  await page.getByRole("menuitem", { name: t("shell.signOut") }).click();
  await page.getByRole("button", { name: t("unsent.signOut.keepHere") }).click();
  await expect(page).toHaveURL(/\/signin/);
  await page.unroute(`**/api/v1/claims/${id}`);
  expect((await desk.claim(id)).statement).toBe("");
  await signIn("editor");
  await page.goto("/articles");
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("送っている最中の要旨。");
});

test("what the server refuses comes back as something to decide on, and is gone only when given up", async ({
  page,
  context,
  signIn,
  newMember,
  requestAs,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { id } = await desk.createClaim(article.id, { exact: worked });
  const member = await newMember("editor");
  const admin = await requestAs("admin");
  await signIn(member);
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.field("statement")).toBeVisible();
  await context.setOffline(true);
  await bench.panel.field("statement").fill("権限があるうちに書いた要旨。");
  await expect(page.getByText(unreachable)).toBeVisible();
  await admin.patch(`/api/v1/members/${member.id}`, { data: { role: "viewer" } });
  await context.setOffline(false);

  await expect(page.getByText(t("unsent.unresolved", { count: 1 }))).toBeVisible();
  await page.reload();
  await hydrated(page);
  await page.getByRole("button", { name: t("unsent.open"), exact: true }).click();
  const list = page.getByRole("dialog", { name: t("unsent.title") });
  await expect(list).toContainText("権限があるうちに書いた要旨。");
  await expect(list).toContainText(t("errors.FORBIDDEN"));
  await list.getByRole("button", { name: t("unsent.discard"), exact: true }).click();
  await list.getByRole("button", { name: t("unsent.keep"), exact: true }).click();
  await expect(list).toContainText("権限があるうちに書いた要旨。");
  await admin.patch(`/api/v1/members/${member.id}`, { data: { role: "editor" } });
  await list.getByRole("button", { name: t("unsent.retry"), exact: true }).click();
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("権限があるうちに書いた要旨。");
  await expect(list).toBeHidden();
});
