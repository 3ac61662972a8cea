import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * Holds the page as it stands to WCAG 2.2 AA, with no exception, once nothing fades in or out any more: a colour on its way
 * is nobody's contrast. `state` names it where it fails.
 */
export async function expectAccessible(page: Page, state?: string): Promise<void> {
  await standStill(page);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ html }) => html.slice(0, 160)),
  }));
  expect(found, state).toEqual([]);
}

/** Waits until what was begun is painted and no transition runs. */
export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () => document.getAnimations().filter((one) => one instanceof CSSTransition);
    do {
      await Promise.allSettled(moving().map((one) => one.finished));
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    } while (moving().length > 0);
  });
}
