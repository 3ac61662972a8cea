import { expect, type Page } from "@playwright/test";
import type { Words } from "../words.ts";

/** The claim on the desk. */
export class ClaimPanel {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words) {
    this.page = page;
    this.words = words;
  }

  get root() {
    return this.page.getByRole("complementary", { name: this.words("claim.panel"), exact: true });
  }

  get quote() {
    return this.root.getByRole("blockquote").first();
  }

  field(name: "statement" | "claimant" | "saidOn" | "saidWhere" | "assigneeId") {
    return this.root.getByLabel(this.words(`claim.fields.${name}`), { exact: true });
  }

  get summary() {
    return this.root.getByLabel(this.words("verdict.summary"), { exact: true });
  }

  get rationale() {
    return this.root.getByRole("textbox", { name: this.words("verdict.rationale"), exact: true });
  }

  /** Where somebody else writes in this claim, by name. */
  caretOf(name: string) {
    return this.root.locator(`[data-caret="${name}"]`);
  }

  get rating() {
    return this.root
      .getByRole("region", { name: this.words("verdict.title"), exact: true })
      .getByRole("button")
      .first();
  }

  get evidence() {
    return this.root.getByRole("region", {
      name: new RegExp(this.words("evidence.title", { count: 0 }).replace("0", "\\d+")),
    });
  }

  get evidenceForm() {
    return this.root.getByRole("form", { name: this.words("evidence.addTitle") });
  }

  get settleButton() {
    return this.root.getByRole("button", { name: new RegExp(`^${this.words("claim.settle")}`) });
  }

  get reopenButton() {
    return this.root.getByRole("button", { name: new RegExp(`^${this.words("claim.reopen")}`) });
  }

  /** The two texts of a field that two people wrote. */
  conflict(field: "statement" | "claimant") {
    const title = this.words("claim.conflict.title", { field: this.words(`claim.fields.${field}`) });
    return this.root.getByRole("region", { name: title });
  }

  async saved(): Promise<void> {
    await expect(this.root.getByText(this.words("claim.overall.saved"), { exact: true })).toBeVisible();
  }

  async rate(label: string): Promise<void> {
    await this.rating.click();
    await this.page.getByRole("menuitemradio", { name: new RegExp(`^${label}`) }).click();
    await expect(this.rating).toContainText(label);
  }

  async openEvidenceForm(): Promise<void> {
    await this.evidence.getByRole("button", { name: this.words("evidence.add"), exact: true }).click();
    await expect(this.evidenceForm).toBeVisible();
  }

  get sourceSearch() {
    return this.evidenceForm.getByLabel(this.words("evidence.source.search"), { exact: true });
  }

  /** Types into the search, and waits until what is offered stays where it is. */
  async searchSource(text: string): Promise<void> {
    await this.sourceSearch.fill(text);
    const settled = this.page.locator("[role=listbox]:not([aria-busy=true])").filter({ visible: true });
    await expect(settled).toHaveCount(1);
  }

  sourceField(name: "url" | "title" | "publisher" | "issued") {
    return this.evidenceForm.getByLabel(new RegExp(`^${this.words(`evidence.source.fields.${name}`)}`));
  }

  async choose(stance: "supports" | "refutes" | "context"): Promise<void> {
    await this.evidenceForm.getByText(this.words(`evidence.stances.${stance}`), { exact: true }).click();
  }

  async addEvidence(): Promise<void> {
    await this.evidenceForm.getByRole("button", { name: this.words("evidence.addThis") }).click();
    await expect(this.evidenceForm).toBeHidden();
  }

  async settle(): Promise<void> {
    await this.settleButton.click();
    await expect(this.reopenButton).toBeVisible();
  }
}
