import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { hydrated } from "../hydrated.ts";
import { type Words, wordsOf } from "../words.ts";

/** The report, and the files it leaves as. */
export class ReportPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  get export() {
    return this.page.getByRole("region", { name: this.words("report.export.title"), exact: true });
  }

  get claims() {
    return this.page.getByRole("region", { name: this.words("report.sections.claims") }).getByRole("article");
  }

  claim(number: number) {
    return this.page.getByRole("article", {
      name: this.words("report.claim.title", { number }),
      exact: true,
    });
  }

  async open(articleId: string, query = ""): Promise<void> {
    await this.page.goto(`/articles/${articleId}/report${query}`);
    await hydrated(this.page);
  }

  /** Has a file made by the button and saved by the browser. `format`: how its name begins, as it is offered. */
  async download(format: string): Promise<{ name: string; bytes: Buffer }> {
    await this.export.getByRole("combobox", { name: this.words("report.export.format") }).click();
    await this.page.getByRole("option", { name: new RegExp(`^${format}`) }).click();
    const arriving = this.page.waitForEvent("download");
    await this.export
      .getByRole("button", { name: this.words("report.export.download"), exact: true })
      .click();
    const file = await arriving;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
}
