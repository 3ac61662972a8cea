import type { Page } from "@playwright/test";
import { hydrated } from "../hydrated.ts";
import { type Words, wordsOf } from "../words.ts";

/** Where an article comes in. */
export class ImportPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  get text() {
    return this.page.getByRole("textbox", { name: this.words("import.source.title") });
  }

  get preview() {
    return this.page.getByRole("region", { name: this.words("import.preview.title") });
  }

  get details() {
    return this.page.getByRole("form", { name: this.words("import.details.title") });
  }

  get problem() {
    return this.page.getByRole("region", { name: this.words("import.source.title") }).getByRole("alert");
  }

  /** The preview's count of one kind, as it is printed. */
  count(kind: "heading" | "paragraph" | "bullet" | "quotation", count: number) {
    const line = this.words(`import.preview.counts.${kind}`, { count });
    return this.preview.getByText(new RegExp(`(^| )${line}( |$)`));
  }

  field(name: "title" | "publisher" | "byline" | "publishedAt" | "url" | "language" | "scale") {
    const role = name === "language" || name === "scale" ? "combobox" : "textbox";
    return this.details.getByRole(role, { name: this.words(`import.details.fields.${name}`), exact: true });
  }

  async open(): Promise<void> {
    await this.page.goto("/articles/new");
    await hydrated(this.page);
  }

  async choose(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const choosing = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: this.words("import.source.pick") }).click();
    await (await choosing).setFiles(file);
  }

  /** Drops files on the page, all at once. */
  async drop(files: readonly { name: string; buffer: Buffer }[]): Promise<void> {
    const dropped = await this.page.evaluateHandle(
      (all) => {
        const transfer = new DataTransfer();
        for (const { name, bytes } of all) transfer.items.add(new File([new Uint8Array(bytes)], name));
        return transfer;
      },
      files.map(({ name, buffer }) => ({ name, bytes: [...buffer] })),
    );
    await this.page.dispatchEvent("main", "dragenter", { dataTransfer: dropped });
    await this.page.dispatchEvent("main", "drop", { dataTransfer: dropped });
  }

  /** Saves and waits for the workbench. @returns the new article's id */
  async save(): Promise<string> {
    await this.details.getByRole("button", { name: this.words("import.details.save") }).click();
    await this.page.waitForURL(/\/articles\/[0-9a-f-]{36}/);
    return new URL(this.page.url()).pathname.split("/").at(-1) ?? "";
  }
}
