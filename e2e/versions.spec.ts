import { expectAccessible } from "./accessible.ts";
import type { Desk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { NewVersionPage } from "./pages/versions.ts";
import { Workbench } from "./pages/workbench.ts";
import { parade } from "./samples.ts";
import { wordsOf } from "./words.ts";

const words = wordsOf("ja");
const SMALL = { width: 360, height: 740 };

const bullet = (text: string) => `  • ${text}\n`;
const moved = bullet("習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。");
const doubled = bullet("国際社会の制裁にも関わらず、北朝鮮は工夫を凝らして経済難の乗り切りを図っている。");
const deleted = bullet(
  "この複雑な三角関係は、朝鮮半島の安定化とは逆行し、今後も緊張が続く可能性が高いです。",
);
const last = bullet("地域の平和と安定のためには、包摂的な外交対話と国際協調が不可欠です。");

/** The real article edited by hand: a number changed, a bullet moved, one put twice, one taken out, one split. */
const edited = parade.text
  .replace("昨年6月以来", "昨年9月以来")
  .replace(moved, "")
  .replace(last, last + moved)
  .replace(doubled, doubled + doubled)
  .replace(deleted, "")
  .replace("新型兵器の開発を加速。視察時には", "新型兵器の開発を加速。\n  • 視察時には");

/** What the edits do to the 18 claims, by number: every other one stays as it is. */
const OUTCOMES: Record<number, string> = { 2: "changed", 3: "moved", 9: "asked", 10: "asked", 15: "asked" };

/** A claim on every bullet; the second and third are settled. */
async function markEverything(desk: Desk, article: Awaited<ReturnType<Desk["createArticle"]>>) {
  const claims: { id: string }[] = [];
  for (const { kind, id } of article.revision.blocks) {
    if (kind === "bullet") claims.push(await desk.createClaim(article.id, { blockId: id }));
  }
  for (const { id } of claims.slice(1, 3)) {
    await desk.putVerdict(id, { rating: "accurate", summary: "中継で確かめた。" });
    await desk.updateClaim(id, { workState: "settled" });
  }
  return claims.map(({ id }) => id);
}

test("an edited article is brought in, decided on and saved by keyboard alone, and every version stays readable", async ({
  page,
  signIn,
  desk,
  article,
}) => {
  test.slow();
  const claimIds = await markEverything(desk, article);
  await signIn("editor");
  const report = new NewVersionPage(page);
  await report.open(article.id);
  await expectAccessible(page, "where the text comes from");

  await report.source.focus();
  await page.keyboard.insertText(parade.text);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(words("versions.source.unchangedBody", { number: 1 }))).toBeVisible();

  await report.source.focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(edited);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await report.progress(4, 4);

  const { entries } = await desk.draft(article.id);
  expect(entries).toHaveLength(18);
  for (const { claim, outcome, decision } of entries) {
    const asked = OUTCOMES[claim.number];
    if (asked === "asked")
      expect(["changed", "needsPlacing", "gone"], `claim ${claim.number}`).toContain(outcome);
    else expect(outcome, `claim ${claim.number}`).toBe(asked ?? "exact");
    expect(decision).toBeNull();
  }

  // A changed number is never carried along: its words are shown, and Enter confirms it.
  await page.keyboard.press("j");
  await report.isAt(2);
  await expect(report.card(2).locator("del").first()).toContainText("6");
  await expect(report.card(2).locator("ins").first()).toContainText("9");
  await expectAccessible(page, "the report");
  await page.keyboard.press("Enter");
  await report.progress(3, 4);

  // The rest: candidates by their number, and what is gone is dropped with a reason.
  for (const number of [10, 9]) {
    await expect(report.card(number).locator("[aria-expanded=true]")).toBeVisible();
    await report.isAt(number);
    await page.keyboard.press("1");
  }
  await report.progress(1, 4);
  await report.isAt(15);
  const drop = async () => {
    await page.keyboard.press("d");
    const reason = page.getByRole("menuitem", { name: words("versions.drop.reasons.removed") });
    await expect(reason).toBeFocused();
    await page.keyboard.press("Enter");
    await report.progress(0, 4);
  };
  await drop();
  await report.isAt(15);
  await page.keyboard.press("z");
  await report.progress(1, 4);
  await report.isAt(15);
  await drop();

  // The differences, by key.
  await page.keyboard.press("v");
  const changes = page.locator("[data-change]");
  await expect(changes.first()).toBeVisible();
  await expect(page.locator("[data-kind=moved_here]")).toContainText("三首脳が並んだ姿は");
  await page.keyboard.press("n");
  await expect(changes.first()).toBeFocused();
  await expectAccessible(page, "the differences");

  // Leave, and find it again as it was left.
  const bench = new Workbench(page);
  await bench.open(article.id);
  await page.getByRole("link", { name: words("versions.waiting.open"), exact: true }).click();
  await report.progress(0, 4);
  await page.keyboard.press("s");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(
    words("versions.save.plan", { number: 2, kept: 13, moved: 2, changed: 2, dropped: 1 }),
  );
  await expect(dialog).toContainText(words("versions.save.reopened", { count: 1 }));
  await expectAccessible(page, "before saving");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/articles/${article.id}`);
  await bench.ready();

  const [, second = "", third = ""] = claimIds;
  expect((await desk.claim(second)).anchor).toMatchObject({ state: "changed" });
  expect(await desk.claim(second)).toMatchObject({ workState: "checking", stale: { lost: "settled" } });
  expect(await desk.claim(third)).toMatchObject({
    workState: "settled",
    stale: null,
    anchor: { state: "moved" },
  });
  expect(await desk.claims(article.id)).toHaveLength(17);

  // The finding whose words changed: seen as such, and said to hold.
  const waiting = page.getByRole("region", { name: words("workbench.waiting.stale", { count: 2 }) });
  await waiting.getByRole("button").first().click();
  await expect(page.getByText(words("claim.stale.title", { number: 2 }))).toBeVisible();
  await expectAccessible(page, "a finding whose words changed");
  await page.getByRole("button", { name: words("claim.stale.holds") }).click();
  await expect(page.getByText(words("claim.stale.title", { number: 2 }))).toBeHidden();
  expect(await desk.claim(second)).toMatchObject({ workState: "settled", stale: null });

  // What every version was, and what differs.
  await page.goto(`/articles/${article.id}/versions`);
  await expect(
    page.getByRole("link", { name: words("versions.revision", { number: 2 }), exact: true }),
  ).toBeVisible();
  await expectAccessible(page, "the history");
  await page.getByRole("link", { name: words("versions.history.compare", { number: 1 }) }).click();
  await expect(page).toHaveTitle(new RegExp(words("versions.compare.title", { from: 1, to: 2 })));
  await expect(page.locator("[data-change] del").first()).toContainText("6");
  await page.goto(`/articles/${article.id}/versions/1`);
  await hydrated(page);
  await expect(page.getByText(words("versions.past.isOld", { number: 1, newest: 2 }))).toBeVisible();
  await expect(page.getByRole("main").getByRole("document")).toContainText("昨年6月以来");
  await expect(page.getByRole("complementary")).toContainText(words("versions.past.goneSince"));
  await expectAccessible(page, "an old version");
});

test("two people see one another's decisions, and whoever has the article open gets the new text", async ({
  page,
  signIn,
  secondPerson,
  desk,
  article,
}) => {
  test.slow();
  const claimIds = await markEverything(desk, article);
  await desk.bringVersion(article.id, { content: edited });
  await signIn("editor");
  const other = await secondPerson("reviewer");
  const third = await secondPerson("admin");
  const [mine, theirs] = [new NewVersionPage(page), new NewVersionPage(other.page)];
  const bench = new Workbench(third.page);
  await mine.open(article.id);
  await theirs.open(article.id);
  await bench.open(article.id, `?claim=${claimIds[0]}`);
  await expect(bench.text).toContainText("昨年6月以来");

  await mine.progress(4, 4);
  await page.keyboard.press("j");
  await mine.isAt(2);
  await page.keyboard.press("Enter");
  await mine.progress(3, 4);
  await theirs.progress(3, 4);
  await theirs.entry(2).click();
  await expect(theirs.card(2)).toContainText(/さんが/);

  // One saves what both decided; what nobody decided waits for a place.
  await other.page.keyboard.press("s");
  await other.page
    .getByRole("dialog")
    .getByRole("button", { name: words("versions.save.submit", { number: 2 }) })
    .click();
  await expect(other.page).toHaveURL(`/articles/${article.id}`);
  await expect(page.getByText(words("versions.source.endedTitle"))).toBeVisible();
  await expect(bench.text).toContainText("昨年9月以来");
  await expect(bench.stamps.first()).toBeVisible();

  // A claim without a place is placed by hand in the text.
  const waiting = third.page.getByRole("region", { name: words("workbench.waiting.unplaced", { count: 3 }) });
  await waiting.getByRole("button").first().click();
  await expect(third.page.getByText(words("claim.unplaced.title"))).toBeVisible();
  await expectAccessible(third.page, "a claim without a place");
  await bench.dragOver("平壌の観光地整備が進みつつある。");
  await third.page.keyboard.press("h");
  await expect(third.page.getByText(words("claim.unplaced.title"))).toBeHidden();
  await expect(
    third.page.getByRole("region", { name: words("workbench.waiting.unplaced", { count: 2 }) }),
  ).toBeVisible();
});

test("on a phone, in English: the claims, the new text and the differences are views of their own", async ({
  page,
  signIn,
  englishSpeaker,
  desk,
  article,
}) => {
  test.slow();
  await page.setViewportSize(SMALL);
  await markEverything(desk, article);
  await desk.bringVersion(article.id, { content: edited });
  await signIn(englishSpeaker);
  const report = new NewVersionPage(page, wordsOf("en"));
  await report.open(article.id);
  await report.progress(4, 4);
  const views = page.getByRole("radiogroup", { name: report.words("versions.views.label") });
  await expect(report.text).toBeHidden();
  await report.entry(9).click();
  await views.getByText(report.words("versions.views.text"), { exact: true }).click();
  await expect(report.text).toBeVisible();
  await page.getByRole("button", { name: report.words("versions.entry.placeAt", { number: 2 }) }).click();
  await report.progress(3, 4);
  await views.getByText(report.words("versions.views.diff"), { exact: true }).click();
  await expect(page.locator("[data-change]").first()).toBeVisible();
  await expectAccessible(page, "the differences on a phone");
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
  await page.getByRole("button", { name: report.words("versions.discard.button") }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: report.words("versions.discard.submit") })
    .click();
  await expect(page).toHaveURL(`/articles/${article.id}`);
});
