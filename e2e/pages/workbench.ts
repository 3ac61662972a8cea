import { expect, type Page } from "@playwright/test";
import { standStill } from "../accessible.ts";
import { hydrated } from "../hydrated.ts";
import { type Words, wordsOf } from "../words.ts";
import { ClaimPanel } from "./claim-panel.ts";
import { Company } from "./company.ts";

/** The article on the proof, with its outline, its margin and the claim on the desk. */
export class Workbench {
  readonly page: Page;
  readonly words: Words;
  readonly panel: ClaimPanel;
  readonly company: Company;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
    this.panel = new ClaimPanel(page, words);
    this.company = new Company(page, words);
  }

  get text() {
    return this.page.getByRole("main").getByRole("document");
  }

  get margin() {
    return this.page.getByRole("region", { name: this.words("workbench.margin"), exact: true });
  }

  get outline() {
    return this.page.getByRole("navigation", { name: this.words("workbench.outline"), exact: true });
  }

  get meter() {
    return this.page.getByRole("img", {
      name: new RegExp(
        this.words("workbench.meter.settled", { settled: 0, claims: 0 }).replace(/0/g, "\\d+"),
      ),
    });
  }

  /** What screen readers are told last. */
  get said() {
    return this.page.getByRole("status").filter({ hasText: /./ });
  }

  get offer() {
    return this.page.getByRole("button", { name: new RegExp(`^${this.words("workbench.markSelection")}`) });
  }

  bullet(text: string) {
    return this.text.getByRole("listitem").filter({ hasText: text });
  }

  markOf(bullet: string) {
    return this.margin.getByRole("button", { name: this.words("workbench.markBullet", { text: bullet }) });
  }

  dismissOf(bullet: string) {
    return this.margin.getByRole("button", { name: this.words("workbench.dismissMenu", { text: bullet }) });
  }

  /** The stamp of the claim that stands on `quote`. */
  stampOf(quote: string) {
    return this.margin.getByRole("button", { name: new RegExp(`${escaped(quote)}$`) }).and(this.stamps);
  }

  get stamps() {
    const [before = ""] = this.words("workbench.stamp", { number: 0, standing: "", quote: "" }).split("0");
    return this.margin.getByRole("button", { name: new RegExp(`^${before}\\d+`) });
  }

  async open(articleId: string, query = ""): Promise<void> {
    await this.page.goto(`/articles/${articleId}${query}`);
    await this.ready();
  }

  /** The editor has taken over from the server's text: the margin is drawn by it. */
  async ready(): Promise<void> {
    await hydrated(this.page);
    await expect(this.margin).toBeAttached();
  }

  async coverage(covered: number, bullets: number): Promise<void> {
    await expect(
      this.outline.getByText(this.words("workbench.coverage", { covered, bullets })).last(),
    ).toBeVisible();
  }

  /** Brings a passage into view and says where its first and last character stand on the screen. */
  async placeOf(passage: string) {
    await this.text.getByText(passage).first().scrollIntoViewIfNeeded();
    // A face that arrives between measuring and pressing moves every letter of its line.
    await this.page.evaluate(() => document.fonts.ready);
    await standStill(this.page);
    return await this.text.evaluate((root, wanted) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const boxOf = (start: number) => {
          const range = document.createRange();
          range.setStart(node, start);
          range.setEnd(node, start + 1);
          return range.getBoundingClientRect();
        };
        const [first, last] = [boxOf(at), boxOf(at + wanted.length - 1)];
        return {
          from: { x: first.left + 1, y: first.top + first.height / 2 },
          to: { x: last.right - 1, y: last.top + last.height / 2 },
        };
      }
      throw new Error(`The article does not say ${wanted}`);
    }, passage);
  }

  /** Selects as a mouse does: press, drag, let go. */
  async dragOver(passage: string): Promise<void> {
    const { from, to } = await this.placeOf(passage);
    await this.drag(from, to);
  }

  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await mouse.move(to.x, to.y, { steps: 4 });
    await mouse.up();
  }

  /** Clicks into the middle of a passage. */
  async clickOn(passage: string): Promise<void> {
    const { from } = await this.placeOf(passage);
    await this.page.mouse.click(from.x + 6, from.y);
  }
}

interface Point {
  x: number;
  y: number;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
