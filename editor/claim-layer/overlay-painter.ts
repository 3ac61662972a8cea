import type { Mark, Painter } from "./painter.ts";

/**
 * Paints by empty boxes laid over the lines of a range, for browsers without the Highlight API. They are moved whenever
 * the text is laid out anew, and only what is near the viewport is ever painted, so they stay few.
 */
export class OverlayPainter implements Painter {
  readonly #surface: HTMLElement;
  readonly #boxes = new Map<Mark, HTMLElement[]>();

  /** `host` is positioned and holds the text; the boxes go into a layer of their own at its end. */
  constructor(host: HTMLElement) {
    this.#surface = document.createElement("div");
    this.#surface.setAttribute("aria-hidden", "true");
    this.#surface.style.cssText = "position:absolute;inset:0;pointer-events:none";
    host.append(this.#surface);
  }

  paint(name: string, range: StaticRange): Mark {
    const mark = { name, range };
    this.#draw(mark);
    return mark;
  }

  erase(mark: Mark): void {
    for (const box of this.#boxes.get(mark) ?? []) box.remove();
    this.#boxes.delete(mark);
  }

  relayout(): void {
    for (const mark of [...this.#boxes.keys()]) {
      this.erase(mark);
      this.#draw(mark);
    }
  }

  destroy(): void {
    this.#boxes.clear();
    this.#surface.remove();
  }

  #draw(mark: Mark): void {
    const range = document.createRange();
    range.setStart(mark.range.startContainer, mark.range.startOffset);
    range.setEnd(mark.range.endContainer, mark.range.endOffset);
    const origin = this.#surface.getBoundingClientRect();
    const boxes = [...range.getClientRects()].map((rect) => {
      const box = document.createElement("i");
      box.className = `claim-mark ${mark.name}`;
      box.style.left = `${rect.left - origin.left}px`;
      box.style.top = `${rect.top - origin.top}px`;
      box.style.width = `${rect.width}px`;
      box.style.height = `${rect.height}px`;
      return box;
    });
    this.#surface.append(...boxes);
    this.#boxes.set(mark, boxes);
  }
}
