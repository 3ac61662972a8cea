import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const bullet = "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。";
const other = "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。";
const UNDO = "Control+z";
const REDO = "Control+Shift+z";

test.beforeEach(async ({ signIn }) => signIn("editor"));

test("making, dismissing, typing and deleting are taken back and done again, step by step", async ({
  page,
  article,
  desk,
}) => {
  const bench = new Workbench(page);
  await bench.open(article.id);
  const undo = page.getByRole("button", { name: t("keys.actions.undo") });
  const redo = page.getByRole("button", { name: t("keys.actions.redo") });
  await expect(undo).toHaveAttribute("aria-disabled", "true");

  await bench.bullet(bullet).hover();
  await bench.markOf(bullet).click();
  const statement = bench.panel.field("statement");
  await statement.fill("最初の要旨。");
  await statement.blur();
  await statement.fill("次の要旨。");
  await statement.blur();
  await bench.bullet(other).scrollIntoViewIfNeeded();
  await bench.bullet(other).hover();
  await bench.dismissOf(other).click();
  await page.getByRole("menuitem", { name: t("workbench.reasons.opinion") }).click();
  await bench.coverage(2, 18);

  await undo.click();
  await bench.coverage(1, 18);
  await page.keyboard.press(UNDO);
  await expect(statement).toHaveValue("最初の要旨。");
  await page.keyboard.press(UNDO);
  await expect(statement).toHaveValue("");
  await page.keyboard.press(UNDO);
  await expect(bench.stamps).toHaveCount(0);
  await expect.poll(() => desk.quotes(article.id)).toEqual([]);

  await redo.click();
  await expect(bench.stampOf(bullet)).toBeVisible();
  await page.keyboard.press(REDO);
  await expect(statement).toHaveValue("最初の要旨。");
  await page.keyboard.press(REDO);
  await expect(statement).toHaveValue("次の要旨。");
  await page.keyboard.press(REDO);
  await bench.coverage(2, 18);
  await expect(redo).toHaveAttribute("aria-disabled", "true");
  await expect.poll(async () => (await desk.claims(article.id))[0]?.statement).toBe("次の要旨。");

  await page.keyboard.press(UNDO);
  await bench.coverage(1, 18);
  await bench.stampOf(bullet).click();
  await page.keyboard.press("Delete");
  await expect(bench.stamps).toHaveCount(0);
  await expect(redo, "something new leaves nothing to do again").toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press(UNDO);
  await expect(bench.stampOf(bullet)).toBeVisible();
  await expect.poll(() => desk.quotes(article.id)).toEqual([bullet]);
});

test("what another person changed since is not taken back, and one is told who", async ({
  page,
  article,
  desk,
  requestAs,
}) => {
  const { id } = await desk.createClaim(article.id, { exact: bullet });
  const { id: elsewhere } = await desk.createClaim(article.id, { exact: other });
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);
  await bench.panel.field("statement").fill("自分の要旨。");
  await bench.panel.field("statement").blur();
  await bench.panel.saved();
  const reviewer = await requestAs("reviewer");
  await reviewer.patch(`/api/v1/claims/${id}`, { data: { version: 99, statement: "相手の要旨。" } });
  await expect(bench.panel.field("statement")).toHaveValue("相手の要旨。");
  await bench.stampOf(other).click();
  await expect(page).toHaveURL(new RegExp(elsewhere));

  await page.keyboard.press(UNDO);
  const told = page
    .getByRole("alert")
    .filter({ hasText: t("workbench.undone.changedBy", { name: "李 海" }) });
  await expect(told).toBeVisible();
  expect((await desk.claim(id)).statement).toBe("相手の要旨。");
  await told.getByRole("button", { name: t("workbench.undone.show") }).click();
  await expect(bench.panel.quote).toHaveText(bullet);
  await expect(bench.panel.field("statement")).toHaveValue("相手の要旨。");
});

test("taking back a claim on which another person has worked asks first", async ({
  page,
  article,
  desk,
  requestAs,
}) => {
  const bench = new Workbench(page);
  await bench.open(article.id);
  await bench.bullet(bullet).hover();
  await bench.markOf(bullet).click();
  await expect.poll(() => desk.quotes(article.id)).toHaveLength(1);
  const [claim] = await desk.claims(article.id);
  const reviewer = await requestAs("reviewer");
  await reviewer.put(`/api/v1/claims/${claim?.id}/verdict`, { data: { rating: "accurate" } });
  await expect(bench.panel.rating).toContainText("正確");

  await page.keyboard.press("Escape");
  await page.keyboard.press(UNDO);
  const question = page.getByRole("dialog", { name: t("workbench.othersWork.title") });
  await expect(question).toContainText("李 海");
  await question.getByRole("button", { name: t("common.cancel") }).click();
  await expect(question).toBeHidden();
  await expect(page.locator("[role=dialog] :focus"), "keys are the page's again").toHaveCount(0);
  await expect(bench.stampOf(bullet)).toBeVisible();
  await page.keyboard.press(UNDO);
  await question.getByRole("button", { name: t("workbench.othersWork.submit") }).click();
  await expect(bench.stamps).toHaveCount(0);
  await expect.poll(() => desk.quotes(article.id)).toEqual([]);
  await expect(page.locator("[role=dialog] :focus"), "keys are the page's again").toHaveCount(0);
  await page.keyboard.press(REDO);
  await expect(bench.stampOf(bullet)).toBeVisible();
  await expect.poll(async () => (await desk.claims(article.id))[0]?.verdict?.rating).toBe("accurate");
});
