import type { Page } from "@playwright/test";
import type { Words } from "../words.ts";

/** What a page shows of the other people in its article, and of its line to the server. */
export class Company {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  /** The faces in the bar; nothing where nobody else is here. */
  get faces() {
    return this.page.getByRole("button", { name: /人が開いています：/ });
  }

  /** The faces, where they stand for these people and no others. */
  facesOf(...names: string[]) {
    const name = this.words("live.hereWith", {
      count: names.length,
      names: names.join(this.words("live.listSeparator")),
    });
    return this.page.getByRole("button", { name, exact: true });
  }

  /** What one of them is at, in the list behind the faces. */
  inList(name: string) {
    return this.page.getByRole("menuitem", { name: new RegExp(name) });
  }

  /** Somebody else has the claim on the desk open. */
  alsoHere(name: string) {
    return this.page.getByText(this.words("live.alsoHere", { name, count: 0 }), { exact: true });
  }

  writing(name: string, field: "statement") {
    return this.page.getByText(
      this.words("live.writing", { name, field: this.words(`history.fields.${field}`) }),
      { exact: true },
    );
  }

  /** A sentence about what somebody did, on the screen and not only said. */
  told(sentence: string) {
    return this.page.locator(".mantine-Notification-root").filter({ hasText: sentence });
  }

  get lost() {
    return this.banner("live.line.lost");
  }

  get ended() {
    const signIn = this.page.getByRole("button", { name: this.words("live.line.signIn"), exact: true });
    return this.page.getByRole("alert").filter({ has: signIn });
  }

  get newBuild() {
    return this.banner("live.line.newBuild");
  }

  /** What lies over the top of the page; the same words are said to screen readers elsewhere. */
  banner(words: "live.line.lost" | "live.line.newBuild") {
    return this.page.locator("[data-look]").filter({ hasText: this.words(words) });
  }

  question(title: string) {
    return this.page.getByRole("dialog", { name: title });
  }
}
