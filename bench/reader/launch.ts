import { type Browser, chromium } from "playwright";
import { findChromium } from "../../scripts/chromium.mjs";

/** The Chromium the browser tests use, without a graphics card, so that numbers compare between machines without one. */
export async function launch(): Promise<Browser> {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({
    ...(executablePath && { executablePath }),
    args: [...args, "--disable-gpu"],
    env: { ...process.env, ...env },
  });
}
