import type { Locator, Page } from "@playwright/test";
import type { Words } from "../words.ts";

/** The conversations of a claim or passage, in the panel beside the text. */
export class Discussion {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** The section of the claim on the desk; its name counts what is not resolved. */
  section(count: number) {
    return this.page.getByRole("region", {
      name: this.words("discussion.heading", { count }).trim(),
      exact: true,
    });
  }

  /** The conversation about a passage, in the panel's place. */
  get passage() {
    return this.page.getByRole("complementary", {
      name: this.words("discussion.passage.panel"),
      exact: true,
    });
  }

  thread(opener: string) {
    return this.page.getByRole("article", { name: this.words("discussion.thread", { name: opener }) });
  }

  comment(words: string) {
    return this.page.getByRole("article").getByRole("listitem").filter({ hasText: words });
  }

  get newField() {
    return this.field(this.words("discussion.new.claim"));
  }

  get passageField() {
    return this.field(this.words("discussion.new.passage"));
  }

  replyField(opener: string) {
    return this.field(this.words("discussion.replyTo", { name: opener }));
  }

  get editField() {
    return this.field(this.words("discussion.composer.edit"));
  }

  get people() {
    return this.page.getByRole("listbox", { name: this.words("discussion.people") });
  }

  get bar() {
    return this.page.getByRole("button", {
      name: new RegExp(this.words("discussion.list.button", { count: 0 }).replace("0", "\\d+")),
    });
  }

  get list() {
    return this.page.getByRole("dialog", { name: this.words("discussion.list.title") });
  }

  button(within: Locator, name: "reply" | "resolve" | "reopen" | "copyLink" | "open") {
    return within.getByRole("button", { name: new RegExp(`^${this.words(`discussion.${name}`)}`) });
  }

  /** While somebody is chosen the field is the combobox of their list; else it is a text field. */
  private field(name: string) {
    return this.page
      .getByRole("textbox", { name, exact: true })
      .or(this.page.getByRole("combobox", { name, exact: true }));
  }
}
