import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { bundle } from "./bundle.ts";
import { launch } from "./launch.ts";

/**
 * The claim layer where it lives: in a real browser, over TipTap's own DOM. Layout, selection and highlights have no
 * honest stand-in elsewhere.
 */
let browser: Browser;
let script: string;
let page: Page;

beforeAll(async () => {
  [browser, script] = await Promise.all([launch(), bundle("bench/reader/claim-layer-page.ts")]);
}, 120_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 800, height: 600 } });
  await page.setContent("<!doctype html><html lang=ja><title>test</title><body>");
  await page.addScriptTag({ content: script });
}, 60_000);
afterEach(() => page.close());

const SLOW = 60_000;
const mount = () => page.evaluate(() => window.test.mount());
const highlights = () => page.evaluate(() => [...CSS.highlights.keys()].sort());
const mark = () =>
  page.evaluate(() => {
    const { test } = window;
    test.layer?.setClaims([
      test.claim("outer", 1, "9月3日、北京で会談した", "settled-true"),
      test.claim("inner", 1, "北京", "open"),
      test.claim("bullet", 2, "一つ目の項目である。", "work"),
      test.claim("far", 60, "埋め草", "settled-false"),
    ]);
  });
const selected = () =>
  page.evaluate(() => {
    const answer = window.test.layer?.selectedRange();
    return answer?.state === "exact" ? answer.range.exact : answer?.state;
  });
const box = async (blockId: string) => {
  const found = await page.locator(`[data-block-id="${blockId}"]`).boundingBox();
  if (!found) throw new Error(`no block ${blockId}`);
  return found;
};

test("the editor renders the elements the server promises", { timeout: SLOW }, async () => {
  await mount();
  const html = await page.locator(".article-text").evaluate((root) => root.innerHTML);
  expect(html).toMatch(
    /^<h1 data-block-id="b1">題名<\/h1><p data-block-id="b2">家族.*?<\/p><ul><li data-block-id="b3" data-depth="1">一つ目の項目である。<\/li><li data-block-id="b4" data-depth="2">二つ目の項目である。<\/li><\/ul><blockquote data-block-id="b5">引用である。<\/blockquote><p data-block-id="b6">/,
  );
});

test("only what is in sight is painted, without a node, and nothing stays behind", {
  timeout: SLOW,
}, async () => {
  await mount();
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  const before = await nodes();
  await mark();
  await expect.poll(highlights).toEqual(["claim-open-nested", "claim-settled-true", "claim-work"]);
  expect(await nodes()).toBe(before);
  expect(await page.evaluate(() => window.test.layer?.claimsInBlock("b2"))).toEqual(["outer", "inner"]);

  await page.evaluate(() => window.test.layer?.scrollToClaim("far"));
  await expect.poll(highlights).toEqual(["claim-settled-false"]);
  const top = await page.evaluate(() => window.test.layer?.rectsOf("far")[0]?.top ?? 0);
  expect(top).toBeGreaterThan(200);
  expect(top).toBeLessThan(400);

  await page.evaluate(() => window.test.layer?.remove("far"));
  expect(await highlights()).toEqual([]);
  await page.evaluate(() => window.test.layer?.put(window.test.claim("new", 60, "第55段落", "open")));
  expect(await highlights()).toEqual(["claim-open"]);
  await page.evaluate(() => window.test.destroy());
  expect(await highlights()).toEqual([]);
});

test("a point on nested claims answers all of them, the smallest first", { timeout: SLOW }, async () => {
  await mount();
  await mark();
  const at = (id: string, beside: number) =>
    page.evaluate(
      ([claimId, dx]) => {
        const [line] = window.test.layer?.rectsOf(claimId) ?? [];
        return line && window.test.layer?.claimsAt((dx > 0 ? line.right : line.left) + dx, line.top + 5);
      },
      [id, beside] as const,
    );
  expect(await at("inner", -3)).toEqual(["outer"]);
  expect(
    await page.evaluate(() => {
      const [line] = window.test.layer?.rectsOf("inner") ?? [];
      return line && window.test.layer?.claimsAt(line.left + 3, line.top + 5);
    }),
  ).toEqual(["inner", "outer"]);
  expect(await at("bullet", 60)).toEqual([]);
});

test("a triple click selects its paragraph and nothing of the next", { timeout: SLOW }, async () => {
  await mount();
  const { x, y } = await box("b2");
  await page.mouse.click(x + 60, y + 15, { clickCount: 3 });
  expect(await selected()).toBe("家族👩‍👩‍👧は9月3日、北京で会談した。𠮷野家で食事をした。");
});

test("a selection over two blocks is refused by name", { timeout: SLOW }, async () => {
  await mount();
  const from = await box("b2");
  const to = await box("b3");
  await page.mouse.move(from.x + 60, from.y + 15);
  await page.mouse.down();
  await page.mouse.move(to.x + 90, to.y + 15, { steps: 4 });
  await page.mouse.up();
  expect(await selected()).toBe("crosses_blocks");
});

test.each([
  ["half of an emoji, backwards", 4, 1, "族👩‍👩‍👧"],
  ["beyond the basic plane, half of the first", 25, 28, "𠮷野家"],
])("selecting %s", { timeout: SLOW }, async (_name, anchor, head, words) => {
  await mount();
  await page.evaluate(
    ([from, to]) => {
      const text = document.querySelector("[data-block-id=b2]")?.firstChild;
      if (text) document.getSelection()?.setBaseAndExtent(text, from, text, to);
    },
    [anchor, head] as const,
  );
  expect(await selected()).toBe(words);
});

test("a selection that names elements, and none at all", { timeout: SLOW }, async () => {
  await mount();
  await page.evaluate(() => {
    const list = document.querySelector("ul");
    if (list) document.getSelection()?.setBaseAndExtent(list, 0, list, 1);
  });
  expect(await selected()).toBe("一つ目の項目である。");
  await page.evaluate(() => document.getSelection()?.removeAllRanges());
  expect(await selected()).toBe("outside");
});

test("a passage is selected by keys alone", { timeout: SLOW }, async () => {
  await mount();
  await page.evaluate(() => window.test.listen());
  await page.locator(".article-text").evaluate((root: HTMLElement) => root.focus({ preventScroll: true }));
  expect(await page.locator(".claim-caret").count()).toBe(0);
  await page.keyboard.press("Enter");
  expect(await page.locator(".claim-caret").count()).toBe(1);
  for (const key of ["ArrowRight", "ArrowRight", "ArrowRight"]) await page.keyboard.press(key);
  for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"])
    await page.keyboard.press(key);
  expect(await selected()).toBe("家族👩‍👩‍👧");
  await page.keyboard.press("Shift+Control+ArrowDown");
  expect(await selected()).toBe("家族👩‍👩‍👧は9月3日、北京で会談した。");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  expect(await page.locator(".claim-caret").count()).toBe(0);
  const heard = await page.evaluate(() => window.test.heard);
  expect(heard[0]).toBe("on");
  expect(heard.slice(-2)).toEqual(["confirmed", "off"]);
  expect(heard).toContain("家族👩‍👩‍👧");
});

test("an edge follows the pointer inside its block and never passes the other", {
  timeout: SLOW,
}, async () => {
  await mount();
  await mark();
  const moved = await page.evaluate(() => {
    const { layer, revision } = window.test;
    const claim = layer?.claim("inner");
    const [line] = layer?.rectsOf("inner") ?? [];
    const block = revision.blocks[1];
    if (!layer || !claim || !line || !block) return null;
    const far = layer.rangeWithEdgeAt("inner", "end", line.left, line.top + 300);
    const past = layer.rangeWithEdgeAt("inner", "start", line.right + 60, line.top + 5);
    return { far: far?.end === block.end, past: past && [past.start - claim.start, past.end - claim.end] };
  });
  expect(moved).toEqual({ far: true, past: [1, 0] });
});

test("without the Highlight API claims are boxes over the text", { timeout: SLOW }, async () => {
  await page.evaluate(() => Reflect.deleteProperty(window, "Highlight"));
  await mount();
  await mark();
  await expect.poll(() => page.locator(".claim-mark").count()).toBe(3);
  const over = await page.evaluate(() => {
    const [line] = window.test.layer?.rectsOf("inner") ?? [];
    const mark = document.querySelector(".claim-open-nested")?.getBoundingClientRect();
    return line && mark && [mark.left - line.left, mark.width - line.width].map(Math.round);
  });
  expect(over).toEqual([0, 0]);
  await page.evaluate(() => window.test.layer?.setClaims([]));
  expect(await page.locator(".claim-mark").count()).toBe(0);
});
