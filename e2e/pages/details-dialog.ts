import type { Page } from "@playwright/test";
import { type Words, wordsOf } from "../words.ts";

type Field = "title" | "language" | "publisher" | "byline" | "publishedAt" | "url";

/** Where what is said about an article is corrected. */
export class DetailsDialog {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  get button() {
    return this.page.getByRole("button", { name: this.words("articles.edit.open") });
  }

  get root() {
    return this.page.getByRole("dialog", { name: this.words("articles.edit.title") });
  }

  get save() {
    return this.root.getByRole("button", { name: this.words("articles.edit.save") });
  }

  field(name: Field) {
    const role = name === "language" ? "combobox" : "textbox";
    return this.root.getByRole(role, { name: this.words(`import.details.fields.${name}`), exact: true });
  }

  /** The two texts of a detail that two people changed. */
  conflict(field: Field) {
    const title = this.words("claim.conflict.title", { field: this.words(`import.details.fields.${field}`) });
    return this.root.getByRole("region", { name: title });
  }
}
