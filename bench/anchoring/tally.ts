import { ENOUGH, type Found, overlap, type Place } from "./method.ts";

/** What became of the anchors of one scenario, counted. */
export class Tally {
  anchors = 0;
  placed = 0;
  /** Placed without asking, elsewhere than the passage is. */
  wrong = 0;
  /** Anchors whose passage is still there, at one place. */
  standing = 0;
  /** Of these, those placed or offered first at the right place. */
  found = 0;
  /** Of these, with the very same edges. */
  same = 0;
  /** Passages that stand letter for letter, and of these those placed. */
  unchanged = 0;
  unchangedPlaced = 0;
  edited = 0;
  editedFound = 0;
  gone = 0;
  gonePlaced = 0;
  /** Milliseconds of processor time for all of it. */
  time = 0;
  /** What was placed wrong, for reading. */
  readonly mistakes: string[] = [];

  /**
   * @param truth where the passage is now; null where it is gone
   * @param isUnchanged whether it stands letter for letter; null where that is not asked
   */
  count(found: Found, truth: Place | null, { isUnchanged, quote }: { isUnchanged: boolean; quote: string }) {
    this.anchors += 1;
    if (found.placed) this.placed += 1;
    const isRight = (place: Place | null) =>
      place !== null && truth !== null && overlap(place, truth) >= ENOUGH;
    if (found.placed && !isRight(found.placed)) {
      this.wrong += 1;
      this.mistakes.push(quote);
    }
    if (!truth) {
      this.gone += 1;
      if (found.placed) this.gonePlaced += 1;
      return;
    }
    this.standing += 1;
    if (isRight(found.first)) this.found += 1;
    if (found.first && overlap(found.first, truth) === 1) this.same += 1;
    if (isUnchanged) {
      this.unchanged += 1;
      if (isRight(found.placed)) this.unchangedPlaced += 1;
    } else {
      this.edited += 1;
      if (isRight(found.first)) this.editedFound += 1;
    }
  }

  /** Counts an anchor whose passage has no one place any more: it must only not be placed outside of its parts. */
  countTorn(found: Found, parts: Place) {
    this.anchors += 1;
    if (!found.placed) return;
    this.placed += 1;
    if (found.placed.start < parts.start || found.placed.end > parts.end) this.wrong += 1;
  }
}
