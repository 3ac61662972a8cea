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

  get list() {
    return this.page.locator("[data-report-list]");
  }

  /** The head of a claim in the list. */
  entry(number: number) {
    return this.list.getByRole("button", { name: this.numbered(number) });
  }

  /** Everything about a claim: its head, its words and its ways. */
  card(number: number) {
    return this.list.locator("li", {
      has: this.page.locator("[data-entry-id]", { hasText: this.numbered(number) }),
    });
  }

  get text() {
    return this.page.getByRole("main").getByRole("document");
  }

  async progress(left: number, asked: number): Promise<void> {
    await expect(this.page.getByText(this.words("versions.progress", { left, asked }))).toBeVisible();
  }

  async isAt(number: number): Promise<void> {
    await expect(this.entry(number)).toBeFocused();
    await expect(this.entry(number)).toHaveAttribute("aria-expanded", "true");
  }

  /** What the head of a claim begins with; its stamp stands before it, for the eye only. */
  private numbered(number: number): RegExp {
    const [before = ""] = this.words("versions.entry.title", { number: 0, standing: "" }).split("0");
    return new RegExp(`${before}${number}[・,]`);
  }
}
