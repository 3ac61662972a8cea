import { WASHES } from "./highlight-styles.ts";
import type { Mark, Painter } from "./painter.ts";

/** Whether this browser can paint ranges without elements: the CSS Custom Highlight API. */
export const hasHighlights = (): boolean => typeof Highlight === "function" && "highlights" in CSS;

/**
 * Paints by the CSS Custom Highlight API: no element, no layout. Highlights are shared by name across the page, because
 * the registry is the page's; this painter only ever removes ranges of its own.
 */
export class HighlightPainter implements Painter {
  readonly #marks = new Set<Mark>();

  paint(name: string, range: StaticRange): Mark {
    const mark = { name, range };
    this.#marks.add(mark);
    highlightOf(name).add(range);
    return mark;
  }

  erase(mark: Mark): void {
    this.#marks.delete(mark);
    const highlight = CSS.highlights.get(mark.name);
    highlight?.delete(mark.range);
    if (highlight?.size === 0) CSS.highlights.delete(mark.name);
  }

  relayout(): void {}

  destroy(): void {
    for (const mark of [...this.#marks]) this.erase(mark);
  }
}

function highlightOf(name: string): Highlight {
  const existing = CSS.highlights.get(name);
  if (existing) return existing;
  const highlight = new Highlight();
  // Washes lie under the underlines: their backgrounds must not hide another claim's line.
  highlight.priority = WASHES.some((wash) => wash === name) ? 0 : 1;
  CSS.highlights.set(name, highlight);
  return highlight;
}
