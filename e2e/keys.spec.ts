import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quotes = [
  "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。",
  "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。",
  "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。",
] as const;

test("every key does what the help sheet says, and is silent where one writes", async ({
  page,
  signIn,
  article,
  desk,
}) => {
  const claims = [];
  for (const exact of quotes) claims.push(await desk.createClaim(article.id, { exact }));
  const [first] = claims;
  if (!first) throw new Error("no claim was made");
  await desk.putVerdict(first.id, { rating: "accurate", summary: "正しい。" });
  await desk.updateClaim(first.id, { workState: "settled" });
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  const { panel } = bench;
  const press = (key: string) => page.keyboard.press(key);

  await test.step("? shows the sheet", async () => {
    await press("?");
    const sheet = page.getByRole("dialog", { name: t("keys.title") });
    for (const action of [
      "nextClaim",
      "markBullet",
      "verdict",
      "evidence",
      "assign",
      "nextUnsettled",
      "help",
    ] as const)
      await expect(sheet.getByText(t(`keys.actions.${action}`), { exact: true })).toBeVisible();
    await press("Escape");
    await expect(sheet).toBeHidden();
  });

  await test.step("j and k go from claim to claim and say where one is", async () => {
    await press("j");
    await expect(panel.quote).toHaveText(quotes[0]);
    await press("j");
    await expect(panel.quote).toHaveText(quotes[1]);
    const standing = t("claim.workStates.to_check");
    await expect(
      bench.said.filter({ hasText: t("workbench.stamp", { number: 2, standing, quote: quotes[1] }) }).first(),
    ).toBeAttached();
    await press("k");
    await expect(panel.quote).toHaveText(quotes[0]);
    await press("k");
    await expect(bench.said.filter({ hasText: t("workbench.firstClaim") }).first()).toBeAttached();
  });

  await test.step("u goes to what is not settled", async () => {
    await press("u");
    await expect(panel.quote).toHaveText(quotes[1]);
    await press("u");
    await expect(panel.quote).toHaveText(quotes[2]);
  });

  await test.step("v, e and a lead into the panel", async () => {
    await press("v");
    await expect(page.getByRole("menuitemradio").first()).toBeVisible();
    await press("Escape");
    await expect(page.getByRole("menuitemradio")).toHaveCount(0);
    await press("e");
    await expect(panel.sourceSearch).toBeFocused();
    await panel.evidenceForm.getByRole("button", { name: t("evidence.cancel") }).click();
    await press("a");
    await expect(panel.field("assigneeId")).toBeFocused();
    await press("Escape");
    await press("Escape");
  });

  await test.step("n takes the selection", async () => {
    await bench.dragOver("国際社会の制裁と孤立は依然続いています");
    await press("n");
    await expect(panel.quote).toHaveText("国際社会の制裁と孤立は依然続いています");
  });

  await test.step("nothing happens in a text field or while an input method composes", async () => {
    const statement = panel.field("statement");
    await statement.click();
    await statement.pressSequentially("jkunbveas?");
    await expect(statement).toHaveValue("jkunbveas?");
    await expect(panel.quote).toHaveText("国際社会の制裁と孤立は依然続いています");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await statement.fill("");
    await bench.text.focus();
    await composing(page, "k");
    await composing(page, "?");
    await composing(page, "k", { ctrlKey: true });
    await expect(panel.quote).toHaveText("国際社会の制裁と孤立は依然続いています");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("the palette finds everything, and what was chosen is done", async () => {
    await press("Control+k");
    const palette = page.getByRole("dialog", { name: t("palette.title") });
    await expect(palette.getByRole("combobox")).toBeFocused();
    await palette.getByRole("combobox").fill("ちゅう");
    await palette.getByRole("combobox").fill(t("keys.actions.help"));
    await press("Enter");
    await expect(page.getByRole("dialog", { name: t("keys.title") })).toBeVisible();
    await press("Escape");
    await press("Control+k");
    await palette.getByRole("combobox").fill("kiji");
    await press("Enter");
    await expect(page).toHaveURL(/\/articles$/);
  });
});

test("who has no mouse comes to the text first, and sees where they are", async ({
  page,
  signIn,
  article,
}) => {
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t("shell.skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  const unseen = [];
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press("Tab");
    const look = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element) return null;
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
      const shown = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
      return {
        name: element.getAttribute("aria-label") ?? element.textContent?.slice(0, 20),
        shown,
        borderColor,
      };
    });
    if (look && !look.shown) unseen.push(look.name);
  }
  expect(unseen, "every stop shows that it has the focus").toEqual([]);
});

/** A key an input method swallows: the page hears of it and must not act. */
async function composing(page: Page, key: string, options: { ctrlKey?: boolean } = {}): Promise<void> {
  await page.evaluate(
    ([pressed, init]) => {
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      target.dispatchEvent(
        new KeyboardEvent("keydown", {
          key: pressed,
          isComposing: true,
          bubbles: true,
          cancelable: true,
          ...init,
        }),
      );
      target.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
    },
    [key, options] as const,
  );
}
