import { scrollerOf } from "#editor/claim-layer/scroller.ts";

/** What stood in the window: a block by its words, because ids are given anew in every revision. */
interface Place {
  words: string;
  /** From the window's top, in pixels. */
  top: number;
}

let kept: Place | null = null;

/** Remembers the words in the middle of the window, where a person reads, before the text is made anew. */
export function keepPlace(): void {
  const block = blocks().find((element) => element.getBoundingClientRect().bottom > window.innerHeight / 2);
  kept = block ? { words: wordsOf(block), top: block.getBoundingClientRect().top } : null;
}

/** Scrolls the same words to where they stood; once, and nowhere where they are gone. */
export function returnToPlace(): void {
  const place = kept;
  kept = null;
  const block = place && blocks().find((element) => wordsOf(element) === place.words);
  if (!place || !block) return;
  const top = block.getBoundingClientRect().top - place.top;
  (scrollerOf(block) ?? window).scrollBy({ top, behavior: "instant" });
}

const blocks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-block-id]")];
const wordsOf = (element: HTMLElement): string => element.textContent ?? "";
