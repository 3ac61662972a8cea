import { expectReport } from "./exported.ts";
import { expect, test } from "./fixtures.ts";
import { hydrated } from "./hydrated.ts";
import { ImportPage } from "./pages/import.ts";
import { ReportPage } from "./pages/report.ts";
import { SignInPage } from "./pages/sign-in.ts";
import { Workbench } from "./pages/workbench.ts";
import { parade } from "./samples.ts";
import { demoMember } from "./session.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("ja");
const [first, second, third, fourth] = [
  "北京で開催される記念パレードは、中国の現代史における最大級の外交ショーとなる。",
  "プーチン大統領と金正恩総書記の中国での対面は、昨年6月以来となり、米欧に対する結束の強化が強調されている。",
  "習主席を中央に三首脳が並んだ姿は、国際社会への強いメッセージとなった。",
  "経済制裁や外交的孤立に直面する北朝鮮にとって、大国首脳との連携は貴重な生命線です。",
] as const;
const EDITOR = "佐藤 葵";
const inProse = "2025年9月3日に開催される「抗日戦争勝利80年記念」軍事パレード";

test("an article in, a report out", async ({ page, desk }) => {
  test.slow();
  const address = `https://www.kantei.example/${crypto.randomUUID()}`;
  await page.goto("/articles/new?from=mail");
  const door = new SignInPage(page);
  await expect(page).toHaveURL(/\/signin\?/);
  await door.signIn(demoMember("editor"));
  await expect(page).toHaveURL(/\/articles\/new\?from=mail$/);

  const importing = new ImportPage(page);
  await test.step("bring it in", async () => {
    await hydrated(page);
    await importing.text.fill(parade.text);
    await expect(importing.count("heading", parade.counts.heading)).toBeVisible();
    await expect(importing.count("bullet", parade.counts.bullet)).toBeVisible();
    await expect(importing.field("title")).toHaveValue(parade.title);
    await importing.field("scale").click();
    await page.getByRole("option", { name: "JFC" }).click();
  });
  const articleId = await importing.save();
  const bench = new Workbench(page);
  await bench.ready();
  await expect(page.getByRole("heading", { level: 1, name: parade.title })).toBeVisible();
  await bench.coverage(0, parade.counts.bullet);

  await test.step("mark by a click beside the bullet", async () => {
    await bench.bullet(first).scrollIntoViewIfNeeded();
    await bench.bullet(first).hover();
    await bench.markOf(first).click();
    await expect(bench.panel.quote).toHaveText(first);
    await bench.coverage(1, parade.counts.bullet);
  });

  await test.step("mark by the key at the next unmarked bullet", async () => {
    await page.keyboard.press("Shift+U");
    await expect(bench.markOf(second)).toBeFocused();
    await page.keyboard.press("b");
    await expect(bench.panel.quote).toHaveText(second);
    await bench.coverage(2, parade.counts.bullet);
  });

  await test.step("mark by selecting with the mouse", async () => {
    await bench.dragOver(inProse);
    await bench.offer.click();
    await expect(bench.panel.quote).toHaveText(inProse);
    await bench.coverage(2, parade.counts.bullet);
  });

  await test.step("say what is claimed", async () => {
    await bench.stampOf(second).click();
    await expect(bench.panel.quote).toHaveText(second);
    await bench.panel.field("statement").fill("両首脳が中国で会うのは2024年6月以来である。");
    await bench.panel.field("claimant").fill("記事の筆者");
    await bench.panel.root.getByText(t("claim.kinds.date"), { exact: true }).click();
    await bench.panel.saved();
  });

  await test.step("put a new source to it", async () => {
    await bench.panel.openEvidenceForm();
    await bench.panel.searchSource(address);
    await page.getByRole("option", { name: t("evidence.source.newFrom", { text: address }) }).click();
    await bench.panel.sourceField("title").fill("首脳会談の記録");
    await bench.panel.sourceField("publisher").fill("首相官邸");
    await bench.panel.choose("refutes");
    await bench.panel.evidenceForm.getByLabel(t("evidence.isPrimary")).check();
    await bench.panel.evidenceForm.getByLabel(t("evidence.quote")).fill("両首脳は6月に平壌で会談した。");
    await bench.panel.evidenceForm.getByLabel(t("evidence.locator"), { exact: true }).fill("第3段落");
    await bench.panel.addEvidence();
    await expect(bench.panel.evidence.getByRole("listitem")).toHaveCount(1);
  });

  await test.step("and one from the library", async () => {
    await bench.panel.openEvidenceForm();
    await bench.panel.searchSource("国勢調査");
    await page.getByRole("option", { name: /^令和2年国勢調査/ }).click();
    await bench.panel.choose("context");
    await bench.panel.addEvidence();
    await expect(bench.panel.evidence.getByRole("listitem")).toHaveCount(2);
  });

  await test.step("give the verdict", async () => {
    await bench.panel.rate("誤り");
    await bench.panel.summary.fill("最後に会ったのは中国ではなく、平壌だった。");
    await bench.panel.rationale.click();
    await page.keyboard.type("会談の記録によれば、6月の対面は平壌である");
    await bench.panel.root.getByRole("button", { name: t("verdict.cite") }).click();
    await page.getByRole("menuitem", { name: /首脳会談の記録/ }).click();
    await bench.panel.settle();
    await bench.bullet(second).scrollIntoViewIfNeeded();
    await expect(bench.stampOf(second)).toHaveAccessibleName(
      t("workbench.stamp", { number: 3, standing: "誤り", quote: second }),
    );
    await expect(bench.meter).toHaveAccessibleName(
      new RegExp(t("workbench.meter.settled", { settled: 1, claims: 3 })),
    );
  });

  await test.step("select and mark by keyboard alone", async () => {
    await bench.bullet(third).scrollIntoViewIfNeeded();
    await bench.text.focus();
    await bench.clickOn(third);
    await page.keyboard.press("i");
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+End");
    await page.keyboard.press("Enter");
    await expect(bench.panel.quote).toContainText("習主席を中央に三首脳が並んだ姿は");
    await bench.coverage(3, parade.counts.bullet);
  });

  await test.step("leave one bullet out, for a reason", async () => {
    await bench.bullet(fourth).scrollIntoViewIfNeeded();
    await bench.bullet(fourth).hover();
    await bench.dismissOf(fourth).click();
    await page.getByRole("menuitem", { name: t("workbench.reasons.opinion") }).click();
    await bench.coverage(4, parade.counts.bullet);
  });

  await test.step("see how far the section is, and who did what", async () => {
    const section = bench.outline.getByRole("link", { name: /^1\. 「威権」リーダー/ });
    await expect(section).toContainText(t("workbench.sectionCoverage", { covered: 3, bullets: 3 }));
    await bench.stampOf(second).click();
    await bench.panel.root.getByRole("button", { name: t("history.title") }).click();
    const events = bench.panel.root
      .getByRole("list")
      .filter({ hasText: t("history.kinds.claim.created", { name: EDITOR }) });
    await expect(events).toContainText(t("history.kinds.verdict.updated", { name: EDITOR }));
    await expect(events).toContainText("誤り");
    await expect(events).toContainText(
      t("history.kinds.evidence.added", { name: EDITOR, title: "「首脳会談の記録」" }).slice(0, 12),
    );
  });

  await test.step("come back to the very same place", async () => {
    await bench.stampOf(second).click();
    await expect(page).toHaveURL(/\?claim=/);
    const address = page.url();
    await page.reload();
    await bench.ready();
    await expect(page).toHaveURL(address);
    await expect(bench.panel.quote).toHaveText(second);
    await expect(bench.panel.summary).toHaveText("最後に会ったのは中国ではなく、平壌だった。");
    await expect(bench.panel.rationale).toContainText("会談の記録によれば、6月の対面は平壌である");
    await expect(bench.stampOf(second)).toBeInViewport();
    await bench.coverage(4, parade.counts.bullet);
  });

  const kept = await desk.claims(articleId);
  expect(kept.map(({ anchor }) => anchor.exact)).toEqual([inProse, first, second, expect.any(String)]);
  for (const { anchor } of kept) expect(anchor.state).toBe("exact");
  const settled = kept[2];
  expect(settled).toMatchObject({
    workState: "settled",
    statement: "両首脳が中国で会うのは2024年6月以来である。",
    kinds: ["date"],
  });
  expect(settled?.evidence.map(({ stance, primary, source }) => [stance, primary, source.publisher])).toEqual(
    [
      ["refutes", true, "首相官邸"],
      ["context", false, expect.any(String)],
    ],
  );

  await test.step("take the report away in every format", async () => {
    await page
      .getByRole("link", { name: t("workbench.report") })
      .first()
      .click();
    await page.waitForURL(/\/report/);
    const report = new ReportPage(page);
    await hydrated(page);
    await expect(report.claim(3)).toContainText("最後に会ったのは中国ではなく、平壌だった。");
    await expectReport(report, {
      title: parade.title,
      quotes: [inProse, first, second],
      summary: "最後に会ったのは中国ではなく、平壌だった。",
      rating: "誤り",
      source: "首脳会談の記録",
      statement: "両首脳が中国で会うのは2024年6月以来である。",
      claims: 4,
    });
    await page.getByRole("link", { name: t("report.scope.settled") }).click();
    await expect(page).toHaveURL(/scope=settled/);
    await expect(report.claims).toHaveCount(1);
    await page.emulateMedia({ media: "print" });
    await expect(report.export, "controls are not printed").toBeHidden();
    await expect(report.claim(1)).toBeVisible();
  });
  const log = (await desk.events(articleId)).map(({ kind }) => kind);
  expect(log.filter((kind) => kind === "report.exported")).toHaveLength(6);
  expect(log.filter((kind) => kind === "claim.created")).toHaveLength(4);
});
