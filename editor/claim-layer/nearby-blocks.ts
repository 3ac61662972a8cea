import { scrollerOf } from "./scroller.ts";

/**
 * Knows which blocks stand within one screen of what is visible, and says when that changes: what is further away is
 * neither painted nor measured, so that the length of an article costs nothing.
 */
export class NearbyBlocks {
  readonly #observer: IntersectionObserver;
  readonly #near = new Set<HTMLElement>();

  /** `onChange` is told of the elements that came near and of those that went. */
  constructor(
    root: HTMLElement,
    elements: Iterable<HTMLElement>,
    onChange: (came: HTMLElement[], went: HTMLElement[]) => void,
  ) {
    const report = (entries: IntersectionObserverEntry[]) => {
      const came: HTMLElement[] = [];
      const went: HTMLElement[] = [];
      for (const { target, isIntersecting } of entries) {
        if (!(target instanceof HTMLElement) || isIntersecting === this.#near.has(target)) continue;
        if (isIntersecting) this.#near.add(target);
        else this.#near.delete(target);
        (isIntersecting ? came : went).push(target);
      }
      if (came.length + went.length > 0) onChange(came, went);
    };
    // A margin around the viewport does not reach into an element that scrolls by itself.
    this.#observer = new IntersectionObserver(report, { root: scrollerOf(root), rootMargin: "100% 0px" });
    for (const element of elements) this.#observer.observe(element);
  }

  has(element: HTMLElement): boolean {
    return this.#near.has(element);
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#near.clear();
  }
}
