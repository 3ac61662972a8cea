import type { Page } from "@playwright/test";
import { expectAccessible } from "./accessible.ts";
import { expect, test } from "./fixtures.ts";
import { Discussion } from "./pages/discussion.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";
const passage = "東アジアの安全保障や国際社会の動向に大きな影響を及ぼします";

async function opened(page: Page, articleId: string, query = "") {
  const bench = new Workbench(page);
  await bench.open(articleId, query);
  return { bench, discussion: new Discussion(page, t) };
}

test("two people discuss a claim", async ({ page, signIn, secondPerson, article, desk, requestAs }) => {
  test.slow(true, "two people, many steps");
  const { id } = await desk.createClaim(article.id, { exact: quote });
  await signIn("editor");
  const other = await secondPerson("reviewer");
  const names = {
    editor: await nameOf(await requestAs("editor")),
    reviewer: await nameOf(await requestAs("reviewer")),
  };
  const mine = await opened(page, article.id, `?claim=${id}`);
  const theirs = await opened(other.page, article.id, `?claim=${id}`);
  await expect(mine.discussion.section(0)).toContainText(t("discussion.none"));
  await expect(theirs.discussion.section(0)).toContainText(t("discussion.none"));

  await test.step("c opens a field, and the other sees the comment appear", async () => {
    await page.keyboard.press("c");
    await expect(mine.discussion.newField).toBeFocused();
    await page.keyboard.type("演習の回数は確かめましたか。");
    await page.keyboard.press("Control+Enter");
    await expect(mine.discussion.section(1)).toContainText("演習の回数は確かめましたか。");
    await expect(mine.discussion.thread(names.editor)).toBeFocused();
    await expect(theirs.discussion.section(1)).toContainText("演習の回数は確かめましたか。");
    await expect(
      theirs.bench.said.filter({ hasText: "演習の回数は確かめましたか。" }).first(),
    ).toBeAttached();
    await expect(
      other.page.getByRole("button", { name: t("discussion.list.button", { count: 1 }) }),
    ).toBeVisible();
  });

  await test.step("a person is mentioned by keyboard, and typing is not disturbed", async () => {
    await mine.discussion.button(mine.discussion.thread(names.editor), "reply").click();
    await expect(mine.discussion.replyField(names.editor)).toBeFocused();
    await page.keyboard.type("書きかけの返信");

    const reply = theirs.discussion.replyField(names.editor);
    await theirs.discussion.button(theirs.discussion.thread(names.editor), "reply").click();
    await expect(reply).toBeFocused();
    await other.page.keyboard.type(`確認は@${names.editor[0]}`);
    await expect(theirs.discussion.people).toBeVisible();
    await expect(reply).toHaveRole("combobox");
    await expectAccessible(other.page);
    const active = await reply.getAttribute("aria-activedescendant");
    await expect(other.page.locator(`[id="${active}"]`)).toHaveAttribute("aria-selected", "true");
    await other.page.keyboard.press("Enter");
    await expect(theirs.discussion.people).toBeHidden();
    await expect(reply).toHaveRole("textbox");
    await other.page.keyboard.type("さんにお願いします。");
    await other.page.keyboard.press("Control+Enter");
    await expect(theirs.discussion.comment("さんにお願いします。")).toContainText(`@${names.editor}`);

    await expect(mine.discussion.comment("さんにお願いします。")).toBeVisible();
    await expect(mine.discussion.replyField(names.editor)).toHaveText("書きかけの返信");
    await expect(mine.discussion.replyField(names.editor)).toBeFocused();
  });

  await test.step("a reply is sent; its author changes and deletes it", async () => {
    await page.keyboard.press("Control+Enter");
    const item = mine.discussion.comment("書きかけの返信");
    await expect(item).toBeVisible();
    await expect(theirs.discussion.comment("書きかけの返信")).toBeVisible();
    await expect(
      theirs.discussion
        .comment("書きかけの返信")
        .getByRole("button", { name: t("discussion.commentMenu", { name: names.editor }) }),
      "only the author has a menu",
    ).toHaveCount(0);

    const menu = item.getByRole("button", { name: t("discussion.commentMenu", { name: names.editor }) });
    await menu.click();
    await page.getByRole("menuitem", { name: t("discussion.editComment") }).click();
    await expect(mine.discussion.editField).toBeFocused();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("回数は防衛省の発表で確かめました。");
    await page.keyboard.press("Control+Enter");
    const edited = theirs.discussion.comment("回数は防衛省の発表で確かめました。");
    await expect(edited).toContainText(t("discussion.edited"));

    await mine.discussion
      .comment("回数は防衛省の発表で確かめました。")
      .getByRole("button", { name: t("discussion.commentMenu", { name: names.editor }) })
      .click();
    await page.getByRole("menuitem", { name: t("discussion.deleteComment") }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("discussion.deleteComment") })
      .click();
    await expect(mine.discussion.comment(t("discussion.deleted"))).toBeVisible();
    await expect(theirs.discussion.comment(t("discussion.deleted"))).toBeVisible();
    await expect(edited).toHaveCount(0);
  });

  await test.step("it is resolved and reopened, and everything counts along", async () => {
    const talk = (count: number) => t("discussion.unresolved", { count });
    await expect(mine.bench.stampOf(quote)).toHaveAccessibleDescription(new RegExp(talk(1)));
    await theirs.discussion.button(theirs.discussion.thread(names.editor), "resolve").click();
    await expect(theirs.discussion.section(0)).toContainText(t("discussion.resolvedFold", { count: 1 }));
    await expect(mine.discussion.section(0)).toContainText(t("discussion.resolvedFold", { count: 1 }));
    await expect(mine.bench.stampOf(quote)).not.toHaveAccessibleDescription(new RegExp(talk(1)));
    await expect(page.getByRole("button", { name: t("discussion.list.button", { count: 0 }) })).toBeVisible();

    await page.getByRole("button", { name: t("discussion.resolvedFold", { count: 1 }) }).click();
    await expect(mine.discussion.thread(names.editor)).toContainText(
      t("discussion.resolvedBy", { name: names.reviewer }),
    );
    await mine.discussion.button(mine.discussion.thread(names.editor), "reopen").click();
    await expect(mine.discussion.section(1)).toBeVisible();
    await expect(theirs.discussion.section(1)).toBeVisible();
  });

  await test.step("its link leads to it", async () => {
    const [thread] = await desk.threads(article.id);
    await other.page.goto(`/articles/${article.id}?claim=${id}&thread=${thread?.id}`);
    await theirs.bench.ready();
    await expect(theirs.discussion.thread(names.editor)).toBeFocused();
    await expect(theirs.discussion.thread(names.editor)).toBeInViewport();
  });
});

test("words that are no claim are discussed beside the text", async ({
  page,
  signIn,
  secondPerson,
  article,
  desk,
  requestAs,
}) => {
  test.slow(true, "two people, many steps");
  await signIn("editor");
  const editor = await nameOf(await requestAs("editor"));
  const mine = await opened(page, article.id);
  const { bench, discussion } = mine;
  await bench.dragOver(passage);
  await expect(
    page.getByRole("button", { name: new RegExp(`^${t("discussion.passage.comment")}`) }),
  ).toBeVisible();
  await page.keyboard.press("c");
  await expect(discussion.passageField).toBeFocused();
  await expect(discussion.passage.getByRole("blockquote")).toHaveText(passage);
  await page.keyboard.type("この予測に根拠はありますか。");
  await discussion.passage.getByRole("button", { name: t("discussion.composer.send") }).click();
  await expect(discussion.passage).toContainText("この予測に根拠はありますか。");
  await expect.poll(() => desk.quotes(article.id), "no claim was made").toEqual([]);
  const mark = { name: t("discussion.passage.mark", { count: 1, quote: passage }) };
  await expect(bench.margin.getByRole("button", mark)).toBeVisible();
  expect(await page.evaluate(() => CSS.highlights.has("claim-discussed"))).toBe(true);
  await expect(page).toHaveURL(/[?&]thread=/);
  const address = page.url();

  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(discussion.passage).toHaveCount(0);
  await expect(page).not.toHaveURL(/thread=/);
  await bench.clickOn(passage);
  await expect(discussion.passage).toContainText("この予測に根拠はありますか。");

  await test.step("another finds it by its link, by the list, and answers", async () => {
    const other = await secondPerson("reviewer");
    await other.page.goto(address);
    const theirs = { bench: new Workbench(other.page), discussion: new Discussion(other.page, t) };
    await theirs.bench.ready();
    await expect(theirs.discussion.passage).toContainText("この予測に根拠はありますか。");
    await expect(theirs.bench.text.getByText(passage)).toBeInViewport();
    await other.page.goto(`/articles/${article.id}`);
    await theirs.bench.ready();
    await theirs.discussion.bar.click();
    await expect(theirs.discussion.list.getByRole("listitem")).toHaveCount(1);
    await expectAccessible(other.page);
    await theirs.discussion.list.getByRole("button", { name: new RegExp(passage) }).click();
    await expect(theirs.discussion.list).toBeHidden();
    await theirs.discussion.button(theirs.discussion.passage, "reply").click();
    await expect(theirs.discussion.replyField(editor)).toBeFocused();
    await other.page.keyboard.type("白書に記述があります。");
    await other.page.keyboard.press("Control+Enter");
    await expect(discussion.passage).toContainText("白書に記述があります。");
    await theirs.discussion.button(theirs.discussion.passage, "resolve").click();
    await expect(bench.margin.getByRole("button", { name: new RegExp(`${passage}$`) })).toHaveCount(0);
  });
});

test("a viewer reads discussions and writes none", async ({ page, signIn, article, desk }) => {
  const { id } = await desk.createClaim(article.id, { exact: quote });
  await desk.openThread(article.id, { claimId: id, body: "確認をお願いします。" });
  await signIn("viewer");
  const { bench, discussion } = await opened(page, article.id, `?claim=${id}`);
  const section = discussion.section(1);
  await expect(section).toContainText("確認をお願いします。");
  for (const name of ["reply", "resolve", "open"] as const)
    await expect(discussion.button(section, name)).toHaveCount(0);
  await expect(discussion.button(section, "copyLink")).toBeVisible();
  await bench.dragOver(passage);
  await page.keyboard.press("c");
  await expect(discussion.newField).toHaveCount(0);
  await expect(discussion.passageField).toHaveCount(0);
  await expect(discussion.passage).toHaveCount(0);
});

test("what was begun is kept until it is sent, and composing fires nothing", async ({
  page,
  context,
  signIn,
  article,
  desk,
}) => {
  const { id } = await desk.createClaim(article.id, { exact: quote });
  await signIn("editor");
  const { bench, discussion } = await opened(page, article.id, `?claim=${id}`);
  await page.keyboard.press("c");
  await expect(discussion.newField).toBeFocused();
  await page.keyboard.type("@");
  await expect(discussion.people).toBeVisible();

  const input = await context.newCDPSession(page);
  await input.send("Input.imeSetComposition", { text: "り", selectionStart: 1, selectionEnd: 1 });
  await page.evaluate(() => {
    const press = { key: "Enter", keyCode: 229, isComposing: true, bubbles: true, cancelable: true };
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", press));
    document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { ...press, ctrlKey: true }));
  });
  await expect(discussion.newField).toHaveText("@り");
  await input.send("Input.insertText", { text: "李" });
  await expect(discussion.newField).toHaveText("@李");
  await expect(discussion.people.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Tab");
  await expect(discussion.newField).toHaveText(/^@李 海\s*$/);
  await page.keyboard.type("さん、あとで続きを書きます。");

  await page.reload();
  await bench.ready();
  await expect(discussion.newField).toHaveText(/^@李 海 さん、あとで続きを書きます。$/);
  expect(await desk.threads(article.id)).toEqual([]);
  await page.getByRole("button", { name: t("discussion.composer.send"), exact: true }).click();
  await expect(discussion.section(1)).toContainText("さん、あとで続きを書きます。");
  await expect.poll(async () => (await desk.threads(article.id)).length).toBe(1);
  await page.reload();
  await bench.ready();
  await expect(discussion.section(1)).toBeVisible();
  await expect(discussion.newField).toHaveCount(0);
});

async function nameOf(request: { get: (url: string) => Promise<{ json: () => Promise<unknown> }> }) {
  const profile = (await (await request.get("/api/v1/profile")).json()) as { name: string };
  return profile.name;
}
