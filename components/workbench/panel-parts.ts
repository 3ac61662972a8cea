/** The places in the panel that keys lead to. */
export const PANEL_PARTS = ["verdict", "evidence", "assignee", "settle", "discussion"] as const;
export type PanelPart = (typeof PANEL_PARTS)[number];

/** Marks an element as a part of the panel that a key leads to. */
export const partProps = (part: PanelPart) => ({ "data-panel-part": part });

/**
 * Moves the focus to a part of the panel, once it is there: a sheet may have to rise and a claim to load first.
 * A button that opens the part (a form) is pressed, a field is entered.
 */
export function focusPart(part: PanelPart, tries = 30): void {
  const element = document.querySelector<HTMLElement>(`[data-claim-panel] [data-panel-part="${part}"]`);
  if (!element) {
    if (tries > 0) requestAnimationFrame(() => focusPart(part, tries - 1));
    return;
  }
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  if (element.dataset.opens !== undefined) element.click();
}
