import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";

test("a field one is in is not changed under one's hands: it is announced, and shown on request or on leaving", async ({
  page,
  signIn,
  article,
  desk,
  requestAs,
}) => {
  const { id } = await desk.createClaim(article.id, { exact: quote });
  const reviewer = await requestAs("reviewer");
  const write = (statement: string) =>
    reviewer.patch(`/api/v1/claims/${id}`, { data: { version: 99, statement } });
  await signIn("editor");
  const { panel, ...bench } = new Workbench(page);
  await new Workbench(page).open(article.id, `?claim=${id}`);
  const statement = panel.field("statement");
  const note = panel.root.getByText(t("claim.news.changedBy", { name: "李 海" }));

  await write("離れているあいだの文。");
  await expect(statement, "nobody is in it").toHaveValue("離れているあいだの文。");

  await statement.focus();
  await write("開いているあいだの文。");
  await expect(note).toBeVisible();
  await expect(statement).toHaveValue("離れているあいだの文。");
  await note.getByRole("button", { name: t("claim.news.show") }).click();
  await expect(statement).toHaveValue("開いているあいだの文。");
  await expect(statement).toBeFocused();

  await write("もう一つの文。");
  await expect(note).toBeVisible();
  await panel.field("claimant").focus();
  await expect(statement).toHaveValue("もう一つの文。");
  await expect(note).toBeHidden();
  expect(bench.page).toBe(page);
});

test("two people who wrote the same field without knowing of each other see both texts and lose neither", async ({
  page,
  context,
  twoAt,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { id } = await desk.createClaim(article.id, { exact: quote });
  const { mine, theirs } = await twoAt(id);
  for (const bench of [mine, theirs]) await expect(bench.panel.field("statement")).toHaveValue("");

  await context.setOffline(true);
  await mine.panel.field("statement").fill("自分の要旨。");
  await mine.panel.field("claimant").fill("自分の発言者");
  await mine.panel.field("claimant").blur();
  await theirs.panel.field("statement").fill("相手の要旨。");
  await theirs.panel.field("saidWhere").fill("相手の場");
  await theirs.panel.saved();
  await expect.poll(async () => (await desk.claim(id)).saidWhere).toBe("相手の場");
  await context.setOffline(false);

  const conflict = mine.panel.conflict("statement");
  await expect(conflict).toContainText("自分の要旨。");
  await expect(conflict).toContainText("相手の要旨。");
  await expect(conflict).toContainText(t("claim.conflict.by", { name: "李 海" }));
  await expect(mine.panel.field("saidWhere"), "different fields both hold").toHaveValue("相手の場");
  await expect
    .poll(async () => await desk.claim(id))
    .toMatchObject({ statement: "相手の要旨。", claimant: "自分の発言者", saidWhere: "相手の場" });
  await expect(theirs.panel.field("claimant")).toHaveValue("自分の発言者");

  await test.step("it is also in the list of what waits for a decision, and outlives a reload", async () => {
    await page.reload();
    await mine.ready();
    await expect(conflict).toContainText("自分の要旨。");
    await page.getByRole("button", { name: t("unsent.open"), exact: true }).click();
    const list = page.getByRole("dialog", { name: t("unsent.title") });
    await expect(list).toContainText(t("unsent.writtenBy", { name: "李 海" }));
    await expect(list).toContainText("自分の要旨。");
    await expect(list).toContainText("相手の要旨。");
    await page.keyboard.press("Escape");
  });

  await test.step("and both go into one by hand", async () => {
    await conflict.getByRole("button", { name: t("claim.conflict.merge") }).click();
    const name = t("claim.conflict.mergedText", { field: t("claim.fields.statement") });
    const merged = conflict.getByRole("textbox", { name });
    await expect(merged).toHaveValue("自分の要旨。\n相手の要旨。");
    await merged.fill("自分と相手の要旨。");
    await conflict.getByRole("button", { name: t("claim.conflict.useMerged") }).click();
    await expect.poll(async () => (await desk.claim(id)).statement).toBe("自分と相手の要旨。");
    await expect(conflict).toBeHidden();
    await theirs.panel.field("claimant").focus();
    await expect(theirs.panel.field("statement")).toHaveValue("自分と相手の要旨。");
  });
});
