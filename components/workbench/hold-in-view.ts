/** In milliseconds. A page whose height stays for so long, with no font on its way, has settled. */
const SETTLED_AFTER = 3_000;

/** By these a reader begins to move about, and no page may move under them any more. */
const MOVES = ["wheel", "keydown", "pointerdown", "touchstart"] as const;

/**
 * Reveals something now and again whenever the page's height changes, until the page has settled or the reader moves:
 * web fonts break lines anew long after the page stands, and browsers anchor no page that was not scrolled.
 *
 * @param reveal does nothing where it is in view; false where it can't be revealed yet, then the next frame tries again
 * @returns how to stop earlier
 */
export function holdInView(reveal: () => boolean): () => void {
  let timer: number | undefined;
  let frame: number | undefined;
  const stop = () => {
    observer.disconnect();
    window.clearTimeout(timer);
    if (frame !== undefined) cancelAnimationFrame(frame);
    for (const move of MOVES) window.removeEventListener(move, stop, true);
  };
  const settle = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      if (document.fonts.status === "loading") settle();
      else stop();
    }, SETTLED_AFTER);
  };
  const attempt = () => {
    frame = reveal() ? undefined : requestAnimationFrame(attempt);
  };
  const observer = new ResizeObserver(() => {
    if (frame === undefined) attempt();
    settle();
  });
  // Tells its first size too: that is the first time.
  observer.observe(document.body);
  for (const move of MOVES) window.addEventListener(move, stop, true);
  return stop;
}
