import type { Page } from "@playwright/test";
import type { Credentials } from "../session.ts";
import { type Words, wordsOf } from "../words.ts";

export class SignInPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  get submit() {
    return this.page.getByRole("button", { name: this.words("sign-in.submit"), exact: true });
  }

  get problem() {
    return this.page.getByRole("main").getByRole("alert");
  }

  async fill({ email, password }: Credentials): Promise<void> {
    await this.page.getByLabel(this.words("sign-in.email"), { exact: true }).fill(email);
    await this.page.getByLabel(this.words("sign-in.password"), { exact: true }).fill(password);
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.fill(credentials);
    await this.submit.click();
  }
}
