/** One of two panes that scroll together. */
export interface Side {
  scroller: Element;
  /**
   * What has a place in the source, in reading order: `data-page`, and `data-top` (0 to 1) for what begins somewhere on
   * it; without that it is the page itself, from its top to its bottom.
   */
  places: () => readonly HTMLElement[];
}

/** How far down its pane the line is that stays level in both, as a part of the pane's height. */
const LEVEL = 0.2;

/** Where `follower` is to be scrolled to, so that it shows what `leader` shows. */
export function followingTop(leader: Side, follower: Side): number {
  const to = sourcePlace(leader);
  const top = to === null ? null : topOfPlace(follower, to);
  return top ?? part(leader.scroller) * reach(follower.scroller);
}

const reach = ({ scrollHeight, clientHeight }: Element): number => Math.max(0, scrollHeight - clientHeight);
const part = (scroller: Element): number =>
  reach(scroller) === 0 ? 0 : scroller.scrollTop / reach(scroller);

/** The place of the source at the level line, in pages: 2.5 is the middle of page 2; null where nothing says. */
function sourcePlace({ scroller, places }: Side): number | null {
  const level = lineOf(scroller);
  let place: number | null = null;
  for (const element of places()) {
    const { top, height } = element.getBoundingClientRect();
    if (top > level) break;
    const within = height > 0 ? Math.min(1, (level - top) / height) : 0;
    const page = Number(element.dataset.page);
    place = element.dataset.top === undefined ? page + within : page + Number(element.dataset.top);
  }
  return place;
}

function topOfPlace({ scroller, places }: Side, place: number): number | null {
  let found: number | null = null;
  for (const element of places()) {
    const page = Number(element.dataset.page);
    const at = page + Number(element.dataset.top ?? 0);
    if (found !== null && at > place) break;
    const { top, height } = element.getBoundingClientRect();
    const within = element.dataset.top === undefined ? Math.min(1, Math.max(0, place - page)) * height : 0;
    found = scroller.scrollTop + top + within - lineOf(scroller);
  }
  return found;
}

const lineOf = (scroller: Element): number =>
  scroller.getBoundingClientRect().top + scroller.clientHeight * LEVEL;
