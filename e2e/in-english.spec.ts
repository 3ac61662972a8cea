import { expectReport } from "./exported.ts";
import { expect, test } from "./fixtures.ts";
import { ReportPage } from "./pages/report.ts";
import { Workbench } from "./pages/workbench.ts";
import { wordsOf } from "./words.ts";

const t = wordsOf("en");
const quote = "Both Voyagers were launched in 1977.";
const summary = "NASA dates both launches to August and September 1977.";

test.use({ locale: "en-GB" });

test("the demo article, settled and taken away in English", async ({
  page,
  signIn,
  englishSpeaker,
  desk,
}) => {
  test.slow();
  const article = await desk.articleNamed("Things everybody says about space");
  for (const { id, anchor } of await desk.claims(article.id))
    if (anchor.exact === quote) await desk.removeClaim(id);
  const before = (await desk.claims(article.id)).length;
  await signIn(englishSpeaker);
  await page.goto("/articles");
  await page.getByRole("link", { name: article.title }).click();
  const bench = new Workbench(page, t);
  await bench.ready();

  await bench.bullet(quote).scrollIntoViewIfNeeded();
  await bench.bullet(quote).hover();
  await bench.markOf(quote).click();
  await expect(bench.panel.quote).toHaveText(quote);
  await bench.panel.field("statement").fill("Voyager 1 and 2 were both launched in 1977.");
  await bench.panel.openEvidenceForm();
  await bench.panel.searchSource("Voyager");
  await page.getByRole("option", { name: /NASA/ }).first().click();
  await bench.panel.addEvidence();
  await bench.panel.rate("True");
  await bench.panel.summary.fill(summary);
  await bench.panel.settle();

  await page
    .getByRole("link", { name: t("workbench.report") })
    .first()
    .click();
  await page.waitForURL(/\/report/);
  await expectReport(new ReportPage(page, t), {
    title: article.title,
    quotes: [quote],
    statement: "Voyager 1 and 2 were both launched in 1977.",
    summary,
    rating: "True",
    source: "Voyager",
    claims: before + 1,
  });
});
