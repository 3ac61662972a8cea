import { expect, test } from "./fixtures.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const quote = "日米韓は合同軍事演習や外交強化で、安全保障体制の見直しを急いでいます。";

test.describe("two people at one claim", () => {
  test("are shown both texts where they wrote the same field, and lose neither", async ({
    twoAt,
    article,
    desk,
  }) => {
    const { id } = await desk.createClaim(article.id, { exact: quote });
    const { mine, theirs } = await twoAt(id);
    for (const bench of [mine, theirs]) await expect(bench.panel.field("statement")).toHaveValue("");

    await test.step("different fields never conflict", async () => {
      await theirs.panel.field("claimant").fill("記事の筆者");
      await theirs.panel.saved();
      await mine.panel.field("saidWhere").fill("記事");
      await mine.panel.saved();
      expect(await desk.claim(id)).toMatchObject({ claimant: "記事の筆者", saidWhere: "記事" });
      await expect(mine.panel.field("claimant")).toHaveValue("記事の筆者");
    });

    await test.step("the same field: mine is kept", async () => {
      // Who is in the field goes on with what they saw; to everybody else the other text is shown at once.
      await mine.panel.field("statement").focus();
      await theirs.panel.field("statement").fill("三か国は演習を増やした。");
      await expect.poll(async () => (await desk.claim(id)).statement).toBe("三か国は演習を増やした。");
      await mine.panel.field("statement").fill("三か国は体制を見直している。");
      const conflict = mine.panel.conflict("statement");
      await expect(conflict).toContainText("三か国は演習を増やした。");
      await expect(conflict).toContainText("三か国は体制を見直している。");
      await expect(conflict).toContainText(t("claim.conflict.by", { name: "李 海" }));
      expect((await desk.claim(id)).statement, "nothing is decided yet").toBe("三か国は演習を増やした。");
      await conflict.getByRole("button", { name: t("claim.conflict.keepMine") }).click();
      await expect.poll(async () => (await desk.claim(id)).statement).toBe("三か国は体制を見直している。");
      await expect(conflict).toBeHidden();
    });

    await test.step("the same field: theirs is taken", async () => {
      await theirs.panel.field("statement").focus();
      await desk.updateClaim(id, { statement: "編集者の文。" });
      await theirs.panel.field("statement").fill("校閲者の文。");
      const conflict = theirs.panel.conflict("statement");
      await expect(conflict).toContainText("編集者の文。");
      await conflict.getByRole("button", { name: t("claim.conflict.takeTheirs") }).click();
      await expect(theirs.panel.field("statement")).toHaveValue("編集者の文。");
      await expect(conflict).toBeHidden();
      expect((await desk.claim(id)).statement).toBe("編集者の文。");
    });
  });
});

test("what is typed outlives a lost connection and a reload, and is sent on return", async ({
  page,
  context,
  signIn,
  article,
  desk,
  trouble,
}) => {
  trouble.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const { id } = await desk.createClaim(article.id, { exact: quote });
  await signIn("editor");
  const bench = new Workbench(page);
  await bench.open(article.id, `?claim=${id}`);

  await context.setOffline(true);
  await bench.panel.field("statement").fill("つながらない間に書いた要旨。");
  await expect(page.getByText(t("unsent.trouble.unreachable"))).toBeVisible();
  await context.setOffline(false);
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("つながらない間に書いた要旨。");
  await expect(page.getByText(t("unsent.trouble.unreachable"))).toBeHidden();

  const isWrite = (method: string) => method === "PATCH";
  await page.route(`**/api/v1/claims/${id}`, (route) =>
    isWrite(route.request().method()) ? route.abort("connectionfailed") : route.continue(),
  );
  await bench.panel.field("statement").fill("閉じる前に届かなかった要旨。");
  await expect(page.getByText(t("unsent.trouble.unreachable"))).toBeVisible();
  await page.reload();
  await page.unroute(`**/api/v1/claims/${id}`);
  await bench.ready();
  await expect(bench.panel.field("statement")).toHaveValue("閉じる前に届かなかった要旨。");
  await expect.poll(async () => (await desk.claim(id)).statement).toBe("閉じる前に届かなかった要旨。");
});
