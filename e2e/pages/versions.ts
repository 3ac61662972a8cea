import { expect, type Page } from "@playwright/test";
import { hydrated } from "../hydrated.ts";
import { type Words, wordsOf } from "../words.ts";

/** A new version on its way in: its text, then what it does to every claim. */
export class NewVersionPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  async open(articleId: string): Promise<void> {
    await this.page.goto(`/articles/${articleId}/versions/new`);
    await hydrated(this.page);
  }

  get source() {
    return this.page.getByRole("textbox", { name: this.words("versions.source.paste") });
  }

  get compare() {
    return this.page.getByRole("button", { name: this.words("versions.source.compare"), exact: true });
  }

  /** The head of a claim in the list. */
  entry(number: number) {
    const [before = ""] = this.words("versions.entry.title", { number: 0, standing: "" }).split("0");
    return this.page.getByRole("button", { name: new RegExp(`^${before}${number}\\D`) });
  }

  /** Everything about a claim: its head, its words and its ways. */
  card(number: number) {
    return this.page.locator("[data-report-list] li", { has: this.entry(number) });
  }

  get text() {
    return this.page.getByRole("document");
  }

  async progress(left: number, asked: number): Promise<void> {
    await expect(this.page.getByText(this.words("versions.progress", { left, asked }))).toBeVisible();
  }

  async isAt(number: number): Promise<void> {
    await expect(this.entry(number)).toBeFocused();
    await expect(this.entry(number)).toHaveAttribute("aria-expanded", "true");
  }
}
