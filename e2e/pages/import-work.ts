import { expect, type Locator, type Page } from "@playwright/test";
import { type Words, wordsOf } from "../words.ts";

/** The preview as it is worked on. */
export class ImportWork {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  get list(): Locator {
    return this.page.getByRole("region", { name: this.words("import.preview.text") });
  }

  get tools(): Locator {
    return this.page.getByRole("toolbar", { name: this.words("import.work.tools") });
  }

  get original(): Locator {
    return this.page.getByRole("region", { name: this.words("import.original.title") });
  }

  tool(name: "kinds.title" | "join" | "leaveOut" | "splitHere" | "undo"): Locator {
    return this.tools.getByRole("button", { name: this.words(`import.work.${name}`), exact: true });
  }

  /** The block whose text begins with `text`. */
  block(text: string): Locator {
    return this.list.getByRole("group", { name: new RegExp(`: ${text}`) });
  }

  /** Kind and text of every block that is in the text, as they are drawn. */
  shown(): Promise<string[]> {
    return this.list
      .locator("[data-edit-key]:not([data-type=fold])")
      .evaluateAll((all) =>
        all.map(
          (one) => `${(one as HTMLElement).dataset.kind} ${one.querySelector("[data-text]")?.textContent}`,
        ),
      );
  }

  async expectShown(...blocks: string[]): Promise<void> {
    await expect.poll(() => this.shown()).toEqual(blocks);
  }

  /** Where a finger or a mouse goes to come between two characters of a block. */
  async placeBetween(block: Locator, before: number): Promise<{ x: number; y: number }> {
    await block.scrollIntoViewIfNeeded();
    return await block.locator("[data-text]").evaluate((text, at) => {
      const range = document.createRange();
      const node = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
      if (!node) throw new Error("a block without text");
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 1, y: top + height / 2 };
    }, before);
  }
}
