import type { Page } from "@playwright/test";
import { Desk } from "./desk.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";

const bell = (page: Page, unread: number) =>
  page.getByRole("link", {
    name: unread === 0 ? t("inbox.bellEmpty") : t("inbox.bell", { count: unread }),
    exact: true,
  });

const mention = (id: string, label: string, words: string) => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "mention", attrs: { id, label } },
        { type: "text", text: words },
      ],
    },
  ],
});

test("each thing that concerns a member arrives once, and leads to its place", async ({
  page,
  signIn,
  newMember,
  article,
  desk,
  requestAs,
}) => {
  const member = await newMember("editor");
  const own = new Desk(await requestAs(member));
  await signIn(member);
  await page.goto("/inbox");
  await hydrated(page);
  await expect(page.getByRole("heading", { name: t("inbox.empty.title") })).toBeVisible();
  await expect(bell(page, 0)).toBeVisible();

  const claim = await own.createClaim(article.id, { exact: quote });
  const thread = await own.openThread(article.id, { claimId: claim.id, body: "回数を確かめます。" });
  const rows = page.getByRole("main").getByRole("listitem");
  const editor = (await (await (await requestAs("editor")).get("/api/v1/profile")).json()).name;

  await test.step("a mention, a reply, an assignment and a decision, each live and once", async () => {
    const said = page.getByRole("status");
    await desk.reply(thread.id, mention(member.id, member.name, "さん、二次資料も見てください。"));
    await expect(bell(page, 1)).toBeVisible();
    await expect(rows.first()).toContainText(t("inbox.kinds.mention", { name: editor }));
    await expect(rows.first()).toContainText("二次資料も見てください。");
    await expect(said.filter({ hasText: t("inbox.arrived", { count: 1 }) })).toBeAttached();

    await desk.reply(thread.id, "外務省の発表にもあります。");
    await expect(bell(page, 2)).toBeVisible();
    await expect(rows.first()).toContainText(t("inbox.kinds.reply", { name: editor }));

    await desk.updateClaim(claim.id, { assigneeId: member.id });
    await expect(bell(page, 3)).toBeVisible();
    await expect(rows.first()).toContainText(t("inbox.kinds.assignment", { name: editor }));

    await desk.putVerdict(claim.id, { rating: "accurate", summary: "正しい。" });
    await desk.updateClaim(claim.id, { workState: "settled" });
    await expect(bell(page, 4)).toBeVisible();
    await expect(rows.first()).toContainText(t("inbox.kinds.settled", { name: editor }));
    await expect(rows).toHaveCount(4);
  });

  await test.step("opening one reads it and leads to its thread", async () => {
    await page.getByRole("link", { name: t("inbox.kinds.mention", { name: editor }) }).click();
    await expect(page).toHaveURL(new RegExp(`claim=${claim.id}&thread=${thread.id}`));
    await expect(page.getByRole("article").filter({ hasText: "二次資料も見てください。" })).toBeInViewport();
    await expect(bell(page, 3)).toBeVisible();
  });

  await test.step("all are read at once, and that can be taken back", async () => {
    await bell(page, 3).click();
    await expect(rows).toHaveCount(4);
    await page.getByText(t("inbox.unread"), { exact: true }).first().click();
    await expect(rows).toHaveCount(3);
    await page.getByRole("button", { name: t("inbox.markAll") }).click();
    await expect(bell(page, 0)).toBeVisible();
    await expect(page.getByRole("heading", { name: t("inbox.allRead.title") })).toBeVisible();
    await page.getByRole("button", { name: t("inbox.undo"), exact: true }).click();
    await expect(bell(page, 3)).toBeVisible();
    await expect(rows).toHaveCount(3);
    await rows
      .first()
      .getByRole("button", { name: t("inbox.markRead") })
      .click();
    await expect(bell(page, 2)).toBeVisible();
  });
});

test("what a member does not want to hear of does not come", async ({
  page,
  signIn,
  newMember,
  article,
  desk,
  requestAs,
}) => {
  const member = await newMember("editor");
  await signIn(member);
  await page.goto("/profile");
  const kind = t("profile.notifications.kinds.mention.name");
  const choice = page.getByRole("checkbox", {
    name: t("profile.notifications.choice", { kind, way: t("profile.notifications.ways.inApp") }),
  });
  await expect(choice).toBeChecked();
  await expect(page.getByText(t("profile.notifications.noMail"))).toBeVisible();
  await choice.click();
  await expect(choice).not.toBeChecked();
  await expect(page.getByRole("status").filter({ hasText: t("profile.notifications.saved") })).toBeAttached();
  await page.reload();
  await expect(choice).not.toBeChecked();

  const own = new Desk(await requestAs(member));
  const claim = await own.createClaim(article.id, { exact: quote });
  await desk.openThread(article.id, {
    claimId: claim.id,
    body: mention(member.id, member.name, "さん、聞こえますか。"),
  });
  await desk.updateClaim(claim.id, { assigneeId: member.id });
  await expect(bell(page, 1), "the assignment is told of, the mention before it is not").toBeVisible();
  await bell(page, 1).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});
