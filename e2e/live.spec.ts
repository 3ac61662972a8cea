import { LIVE_CLOSE } from "#domain/live.ts";
import { expectAccessible } from "./accessible.ts";
import { Desk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
// Neighbours near the article's beginning: the margin holds what is near the window.
const quote =
  "プーチン大統領と金正恩総書記の中国での対面は、昨年6月以来となり、米欧に対する結束の強化が強調されている。";
const other = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";
const EDITOR = "佐藤 葵";
const REVIEWER = "李 海";
/** Nobody has to wait longer to see that somebody is gone. */
const SECONDS = { timeout: 60_000 };
const BRIEFLY = { timeout: 3_000 };

test("people see who is in the article, what each has open, and who is gone", async ({
  page,
  signIn,
  secondPerson,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/);
  const { id } = await desk.createClaim(article.id, { exact: quote });
  await signIn("editor");
  const mine = new Workbench(page);
  await mine.open(article.id, `?claim=${id}`);
  await expect(mine.company.faces).toHaveCount(0);

  const reviewer = await secondPerson("reviewer");
  const theirs = new Workbench(reviewer.page);
  await reviewer.page.clock.install();
  await theirs.open(article.id);
  await expect(mine.company.facesOf(REVIEWER)).toBeVisible();
  await expect(theirs.company.facesOf(EDITOR)).toBeVisible();
  await expect(theirs.stampOf(quote)).toHaveAccessibleDescription(
    t("live.openAt", { names: `${EDITOR}さん` }),
  );

  await test.step("at the claim and in its field", async () => {
    await theirs.stampOf(quote).click();
    await expect(mine.company.alsoHere(REVIEWER)).toBeVisible();
    await theirs.panel.field("statement").focus();
    await expect(mine.company.writing(REVIEWER, "statement")).toBeVisible();
    await mine.company.faces.click();
    await expect(mine.company.inList(REVIEWER)).toContainText(
      t("live.writingAt", { number: 1, field: t("history.fields.statement") }),
    );
    await page.keyboard.press("Escape");
  });

  await test.step("a third person, and where each is", async () => {
    const viewer = await secondPerson("viewer");
    const third = new Workbench(viewer.page);
    await third.open(article.id);
    await expect(mine.company.facesOf(REVIEWER, "森 ひかり")).toBeVisible();
    await third.company.faces.click();
    await third.company.inList(EDITOR).click();
    await expect(third.panel.quote).toHaveText(quote);
    await expect(
      mine.panel.root.getByText(/ほか1人も開いています/).or(mine.company.writing(REVIEWER, "statement")),
    ).toBeVisible();
    await viewer.page.close();
    await expect(mine.company.facesOf(REVIEWER)).toBeVisible(SECONDS);
  });

  await test.step("away after a minute without a hand on the page", async () => {
    await reviewer.page.clock.fastForward(61_000);
    // Their line's own timers went on by a minute too: it may be made anew, and a list without people closes.
    await expect(async () => {
      if (!(await mine.company.inList(REVIEWER).isVisible())) await mine.company.faces.click(BRIEFLY);
      await expect(mine.company.inList(REVIEWER)).toContainText(t("live.idle"), BRIEFLY);
    }).toPass(SECONDS);
    await reviewer.page.mouse.move(200, 200);
    await reviewer.page.mouse.move(220, 220);
    await expect(mine.company.inList(REVIEWER)).not.toContainText(t("live.idle"), SECONDS);
    await page.keyboard.press("Escape");
  });

  await test.step("gone with the line, and back with it", async () => {
    await reviewer.context.setOffline(true);
    await expect(mine.company.faces).toHaveCount(0, SECONDS);
    await expect(theirs.company.lost).toBeVisible(SECONDS);
    await expect(theirs.company.faces).toHaveCount(0);
    await expect(theirs.text).toBeVisible();
    await reviewer.context.setOffline(false);
    await expect(mine.company.facesOf(REVIEWER)).toBeVisible(SECONDS);
    await expect(theirs.company.lost).toBeHidden(SECONDS);
  });

  await test.step("gone with the article, on the same line", async () => {
    await reviewer.page.getByRole("link", { name: t("shell.articles") }).click();
    await expect(mine.company.faces).toHaveCount(0, SECONDS);
  });
});

test("others' work appears where one reads, without reload and without a jump", async ({
  page,
  signIn,
  article,
  desk,
  requestAs,
}) => {
  const reviewer = new Desk(await requestAs("reviewer"));
  const claim = await desk.createClaim(article.id, { exact: other });
  const bullets = article.revision.blocks.filter(({ kind }) => kind === "bullet");
  const [bullet] = bullets;
  if (!bullet) throw new Error("the article has no bullet");
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${claim.id}`);
  await expect(bench.company.faces).toHaveCount(0);
  await expect(bench.panel.field("statement")).toHaveValue("");
  // A line that is open has said so: what comes now comes over it.
  const place = () => bench.text.getByText(other).boundingBox();
  const before = await place();

  await test.step("a claim, in the text, the outline and the meter", async () => {
    const made = await reviewer.createClaim(article.id, { exact: quote });
    await expect(bench.stampOf(quote)).toBeAttached();
    await expect(bench.meter).toHaveAccessibleName(
      new RegExp(t("workbench.meter.settled", { settled: 0, claims: 2 })),
    );
    await reviewer.updateClaim(made.id, {
      target: { exact: "プーチン大統領と金正恩総書記の中国での対面は" },
    });
    await expect(bench.stampOf("プーチン大統領と金正恩総書記の中国での対面は")).toBeAttached();
    await reviewer.removeClaim(made.id);
    await expect(bench.stamps).toHaveCount(1);
  });

  await test.step("a bullet that needs no claim", async () => {
    const dismissal = `/api/v1/articles/${article.id}/blocks/${bullet.id}/dismissal`;
    await reviewer.request.put(dismissal, { data: { reason: "opinion" } });
    await bench.coverage(2, bullets.length);
    await reviewer.request.delete(dismissal);
    await bench.coverage(1, bullets.length);
  });

  await test.step("fields, rating, evidence and state of the claim on the desk, told in a sentence", async () => {
    await reviewer.updateClaim(claim.id, { claimant: "記事の筆者" });
    await expect(bench.panel.field("claimant")).toHaveValue("記事の筆者");
    await expect(bench.company.told(`${REVIEWER}さんが「発言者」を変えました。`)).toBeVisible();
    await reviewer.putVerdict(claim.id, { rating: "false", summary: "中継と違う。" });
    await expect(bench.panel.rating).toContainText("誤り");
    await expect(bench.company.told(t("live.did.rated", { name: REVIEWER, rating: "誤り" }))).toBeVisible();
    await reviewer.addEvidence(claim.id, { source: { title: "式典の中継" } });
    await expect(bench.panel.root.getByText("式典の中継").first()).toBeVisible();
    await reviewer.updateClaim(claim.id, { assigneeId: claim.createdBy.id });
    await expect(bench.panel.field("assigneeId")).toHaveValue(EDITOR);
    await reviewer.updateClaim(claim.id, { workState: "settled" });
    await expect(bench.panel.reopenButton).toBeVisible();
    await expect(bench.meter).toHaveAccessibleName(
      new RegExp(t("workbench.meter.settled", { settled: 1, claims: 1 })),
    );
  });

  expect(await place(), "what was read stands where it stood").toEqual(before);
});

test("who was away catches up with what happened meanwhile", async ({
  page,
  context,
  signIn,
  article,
  desk,
  requestAs,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/);
  const reviewer = new Desk(await requestAs("reviewer"));
  const [kept, gone] = [
    await desk.createClaim(article.id, { exact: quote }),
    await desk.createClaim(article.id, { exact: other }),
  ];
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${kept.id}`);
  await expect(bench.stamps).toHaveCount(2);

  await context.setOffline(true);
  await expect(bench.company.lost).toBeVisible(SECONDS);
  await reviewer.removeClaim(gone.id);
  await reviewer.updateClaim(kept.id, { statement: "昨年六月以来である。" });
  await reviewer.createClaim(article.id, { exact: "北京で開催される記念パレード" });
  await context.setOffline(false);

  await expect(bench.panel.field("statement")).toHaveValue("昨年六月以来である。", SECONDS);
  await expect(bench.stampOf("北京で開催される記念パレード")).toBeAttached();
  await expect(bench.stampOf(other)).toHaveCount(0);
});

test("a role that is lowered makes the page read-only at once, and a closed account is told", async ({
  page,
  signIn,
  newMember,
  requestAs,
  article,
  desk,
}) => {
  const admin = new Desk(await requestAs("admin"));
  const member = await newMember("editor");
  const { id } = await desk.createClaim(article.id, { exact: quote }, { statement: "三か国の話。" });
  await signIn(member);
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.panel.field("statement")).toHaveValue("三か国の話。");

  await admin.updateMember(member.id, { role: "viewer" });
  const { root } = bench.panel;
  await expect(root.locator("input, textarea, select, [contenteditable=true]")).toHaveCount(0);
  await expect(root.getByText("三か国の話。")).toBeVisible();
  await expect(bench.margin.getByRole("button", { name: t("workbench.markBulletHint") })).toHaveCount(0);
  await expect(
    bench.company.told(t("live.rights.readOnly", { role: t("shell.roles.viewer") })),
  ).toBeVisible();

  await admin.updateMember(member.id, { role: "editor" });
  await expect(bench.panel.field("statement")).toBeEditable();

  await admin.updateMember(member.id, { disabled: true });
  await expect(bench.company.ended).toBeVisible();
  await expect(bench.company.ended.getByRole("button", { name: t("live.line.signIn") })).toBeVisible();
  await expect(bench.text).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  await expectAccessible(page);
});

test("a newer product is offered and never forced", async ({ page, signIn, article }) => {
  let welcomes = 0;
  let restart = () => {};
  await page.routeWebSocket(/\/live$/, (line) => {
    const server = line.connectToServer();
    restart = () => void line.close({ code: LIVE_CLOSE.restarting });
    server.onMessage((message) => {
      if (typeof message !== "string" || !message.includes('"welcome"')) return line.send(message);
      line.send(welcomes === 0 ? message : message.replace(/"build":"[^"]*"/, '"build":"newer"'));
      welcomes += 1;
    });
  });
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  await expect.poll(() => welcomes).toBe(1);
  await expect(bench.company.newBuild).toHaveCount(0);
  restart();
  await expect(bench.company.newBuild).toBeVisible();
  expect(welcomes, "the line came back by itself").toBe(2);
  await bench.company.newBuild.getByRole("button", { name: t("live.line.later") }).click();
  await expect(bench.company.newBuild).toHaveCount(0);
});

test("deleting what another has open asks both", async ({ page, twoAt, article, desk }) => {
  const { id, number } = await desk.createClaim(article.id, { exact: quote });
  const { mine, theirs } = await twoAt(id);
  await expect(theirs.company.alsoHere(EDITOR)).toBeVisible();
  const asked = theirs.company.question(t("live.deletion.title", { number }));
  const told = mine.company.question(t("live.lost.title", { number }));

  await test.step("who deletes is told who is there, and can leave it", async () => {
    await theirs.stampOf(quote).focus();
    await theirs.page.keyboard.press("Delete");
    await expect(asked).toContainText(`${EDITOR}さん`);
    await expectAccessible(theirs.page);
    await asked.getByRole("button", { name: t("common.cancel") }).click();
    await expect(theirs.stampOf(quote)).toBeVisible();
  });

  await test.step("who had it open is told, and brings it back", async () => {
    await theirs.stampOf(quote).focus();
    await theirs.page.keyboard.press("Delete");
    await asked.getByRole("button", { name: t("live.deletion.submit") }).click();
    await expect(told).toContainText(REVIEWER);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    await expect(told, "who was typing does not decide by that").toBeVisible();
    await expectAccessible(page);
    await told.getByRole("button", { name: t("live.lost.bringBack") }).click();
    await expect(told).toBeHidden();
    await expect(mine.panel.quote).toHaveText(quote);
    await expect(theirs.stampOf(quote)).toBeVisible();
    expect((await desk.claim(id)).anchor.exact).toBe(quote);
  });

  await test.step("or lets it go", async () => {
    await theirs.stampOf(quote).click();
    await expect(theirs.company.alsoHere(EDITOR)).toBeVisible();
    await theirs.stampOf(quote).focus();
    await theirs.page.keyboard.press("Delete");
    await asked.getByRole("button", { name: t("live.deletion.submit") }).click();
    await told.getByRole("button", { name: t("live.lost.letGo") }).click();
    await expect(told).toBeHidden();
    await expect(mine.stamps).toHaveCount(0);
  });
});

test("faces, marks and banner are accessible in both schemes and fit a small screen", async ({
  page,
  context,
  signIn,
  secondPerson,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket/);
  const { id } = await desk.createClaim(article.id, { exact: quote });
  for (const who of ["reviewer", "viewer", "admin"] as const) {
    const { page: theirs } = await secondPerson(who);
    await new Workbench(theirs).open(article.id, `?claim=${id}`);
  }
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await expect(bench.company.facesOf(REVIEWER, "森 ひかり", "田中 直")).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await bench.company.faces.click();
    await expect(bench.company.inList(REVIEWER)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
  }
  await page.setViewportSize({ width: 360, height: 780 });
  await expect(bench.company.faces).toBeVisible();
  await context.setOffline(true);
  await expect(bench.company.lost).toBeVisible(SECONDS);
  await expectAccessible(page);
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, "nothing stands out at 360 px").toBeLessThanOrEqual(client);
  await context.setOffline(false);
  await expect(bench.company.lost).toBeHidden(SECONDS);
});
