import type { Page } from "@playwright/test";

/**
 * Waits until the page's scripts listen. A click before that is kept by React, a file or a key is not, and a person
 * takes longer than that to look around.
 */
export async function hydrated(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const main = document.querySelector("main");
    return main !== null && Object.keys(main).some((key) => key.startsWith("__reactFiber"));
  });
}
