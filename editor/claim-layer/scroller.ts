/** The element that scrolls `element`; null for the page itself. */
export function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let above = element.parentElement; above; above = above.parentElement) {
    if (above === document.body || above === document.documentElement) return null;
    if (/auto|scroll|overlay/.test(getComputedStyle(above).overflowY)) return above;
  }
  return null;
}

/** Scrolls so that `box`, in viewport pixels, stands in the middle. Jumps for readers who asked for less motion. */
export function scrollToMiddle(element: HTMLElement, box: DOMRect, behavior: ScrollBehavior): void {
  const scroller = scrollerOf(element);
  const frame = scroller?.getBoundingClientRect() ?? { top: 0, height: window.innerHeight };
  const top = box.top + box.height / 2 - (frame.top + frame.height / 2);
  const isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  (scroller ?? window).scrollBy({ top, behavior: isCalm ? "instant" : behavior });
}

/** Room left beside what is brought into sight, in pixels. */
const BESIDE = 16;

/** Scrolls `frame` by itself until `box`, in viewport pixels, stands between its edges; its start where it is wider. */
export function scrollSideways(frame: HTMLElement, box: DOMRect): void {
  const { left, right } = frame.getBoundingClientRect();
  const beyond = Math.max(0, box.right + BESIDE - right);
  const by = Math.min(beyond, box.left - BESIDE - left) || 0;
  frame.scrollBy({ left: box.left - BESIDE < left ? box.left - BESIDE - left : by, behavior: "instant" });
}
