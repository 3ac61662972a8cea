import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../accessible.ts";
import { oneTimeCode } from "../one-time-code.ts";
import { type Words, wordsOf } from "../words.ts";

/** Second factors, in the profile and at the door. */
export class SecondFactorPage {
  readonly page: Page;
  readonly words: Words;

  constructor(page: Page, words: Words = wordsOf("ja")) {
    this.page = page;
    this.words = words;
  }

  button(name: string) {
    return this.page.getByRole("button", { name, exact: true });
  }

  /** Goes from the QR code to the recovery codes. @returns the app's secret, and the codes */
  async setUpTotp(begin: "second-factor.totp.begin" | "second-factor.setUp.totp") {
    await this.button(this.words(begin)).click();
    await expect(this.page.getByRole("img", { name: this.words("second-factor.totp.qr") })).toBeVisible();
    await expectAccessible(this.page, "an authenticator app is set up");
    const secret = ((await this.page.locator("code").textContent()) ?? "").trim();
    await this.page.getByLabel(this.words("second-factor.totp.code")).fill(oneTimeCode(secret));
    await this.button(this.words("second-factor.totp.confirm")).click();
    return { secret, codes: await this.recoveryCodes() };
  }

  async recoveryCodes(): Promise<string[]> {
    const list = this.page.getByRole("list", { name: this.words("second-factor.recovery.title") });
    await expect(list).toBeVisible();
    await expectAccessible(this.page, "recovery codes are shown");
    return await list.getByRole("listitem").allTextContents();
  }

  /** Shows a code at the door. */
  async show(kind: "totp" | "recoveryCode", code: string): Promise<void> {
    await this.page.getByLabel(this.words(`second-factor.step.${kind}`)).fill(code);
    await this.button(this.words("second-factor.step.submit")).click();
  }
}

/** Gives the page's browser an authenticator that verifies its person, as a phone or a laptop has it. */
export async function plugInAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
