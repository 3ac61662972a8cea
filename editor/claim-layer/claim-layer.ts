/**
 * The claim layer: claims painted over an article that is never changed by them.
 *
 * Why not marks or decorations. A mark would write an editor's work into the text under check. Decorations leave the
 * document alone, but split the text's elements: 10,000 of them are 32,000 nodes and half a second, and each claim
 * added costs a walk. The CSS Custom Highlight API paints ranges with no element and no layout; near the viewport only,
 * its cost is that of what is on the screen, however long the article.
 *
 * What that leaves to us, because a highlight can't be clicked, focused or read aloud:
 * - which claims are under the pointer: `claimsAt` (a caret lookup and an index per block),
 * - where a claim is, for stamps, handles and popovers, which are real elements of the host: `rectsOf`, `nearbyClaims`,
 * - which claims a block has, in order, for the hidden list a screen reader meets beside it: `claimsInBlock`,
 * - selecting without a mouse in text that can't be edited: `keyboard-selection.ts`.
 *
 * Parts: `article-dom.ts` knows places, `nearby-blocks.ts` what is in sight, `block-claims.ts` order and lanes,
 * `highlight-painter.ts` (or `overlay-painter.ts`) draws, `highlight-styles.ts` says how it looks. No React, no TipTap.
 */
import { placeEdge } from "#domain/anchoring/move-edge.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import { blockAround } from "#domain/block.ts";
import { ArticleDom, type ShownRevision } from "./article-dom.ts";
import { BlockClaims } from "./block-claims.ts";
import { HighlightPainter, hasHighlights } from "./highlight-painter.ts";
import type { Wash } from "./highlight-styles.ts";
import { NearbyBlocks } from "./nearby-blocks.ts";
import { OverlayPainter } from "./overlay-painter.ts";
import { looksTheSame, type PaintedClaim } from "./painted-claim.ts";
import type { Mark, Painter } from "./painter.ts";
import { scrollSideways, scrollToMiddle } from "./scroller.ts";
import { type SelectedRange, selectedRange } from "./selected-range.ts";

/** A claim in sight and the box of its first line, in pixels from the top left corner of the article's element. */
export interface NearbyClaim {
  id: string;
  top: number;
  left: number;
  height: number;
}

export class ClaimLayer {
  readonly article: ArticleDom;
  readonly #painter: Painter;
  readonly #nearby: NearbyBlocks;
  readonly #resize: ResizeObserver;
  readonly #claims = new Map<string, PaintedClaim>();
  readonly #byBlock = new Map<string, BlockClaims>();
  /** What is painted of each block in sight. */
  readonly #painted = new Map<string, Mark[]>();
  readonly #washes = new Map<Wash, Mark[]>();
  readonly #listeners = new Set<() => void>();
  #focused: string | null = null;
  #hovered: string | null = null;

  /** `root` already shows `revision`. The layer lives until `destroy` and must not outlive the elements in `root`. */
  constructor(root: HTMLElement, revision: ShownRevision) {
    this.article = new ArticleDom(root, revision);
    this.#painter = hasHighlights() ? new HighlightPainter() : new OverlayPainter(root.parentElement ?? root);
    this.#nearby = new NearbyBlocks(root, this.article.elements(), (came, went) => this.#onSight(came, went));
    this.#resize = new ResizeObserver(() => this.#onLayout());
    this.#resize.observe(root);
    // A table scrolls by itself; such events do not bubble, but they can be caught on their way down.
    root.addEventListener("scroll", this.#onScroll, { capture: true, passive: true });
  }

  /** Makes `claims` the ones shown. Only what differs is painted again, so it may be called on every change of data. */
  setClaims(claims: Iterable<PaintedClaim>): void {
    const stale = new Set(this.#claims.keys());
    const changed = new Set<string>();
    for (const claim of claims) {
      stale.delete(claim.id);
      this.#store(claim, changed);
    }
    for (const id of stale) this.#drop(id, changed);
    this.#repaint(changed);
  }

  /** Adds a claim, or shows it as it is now. Costs one block's repaint, whatever else is on the page. */
  put(claim: PaintedClaim): void {
    const changed = new Set<string>();
    this.#store(claim, changed);
    this.#repaint(changed);
  }

  remove(id: string): void {
    const changed = new Set<string>();
    this.#drop(id, changed);
    this.#repaint(changed);
  }

  claim(id: string): PaintedClaim | null {
    return this.#claims.get(id) ?? null;
  }

  /** Lays the focus wash behind one claim, or none. */
  focus(id: string | null): void {
    this.#focused = id;
    this.#wash("claim-focus", id === null ? null : this.claim(id));
  }

  /** Lays the hover wash behind one claim, or none. */
  hover(id: string | null): void {
    this.#hovered = id;
    this.#wash("claim-hover", id === null ? null : this.claim(id));
  }

  /** Shows a range that is being chosen: the selection while a popover has the focus, an edge while it is dragged. */
  showPending(range: TextRange | null): void {
    this.#wash("claim-pending", range);
  }

  /** The claims under a point of the viewport, the shortest first. Several mean that the reader must be asked. */
  claimsAt(x: number, y: number): string[] {
    const on = this.article.characterAt(x, y);
    const claims = on ? this.#byBlock.get(on.block.id)?.at(on.offset) : undefined;
    return (claims ?? []).map(({ id }) => id);
  }

  /** The claims of one block in reading order, an outer one before those in it. */
  claimsInBlock(blockId: string): string[] {
    return (this.#byBlock.get(blockId)?.inOrder() ?? []).map(({ id }) => id);
  }

  /** The lines a claim stands on, as boxes in the viewport; empty for an unknown one. */
  rectsOf(id: string): DOMRect[] {
    const claim = this.claim(id);
    return claim ? this.article.rectsOf(claim) : [];
  }

  /** The claims in sight, in reading order, with the place of their first line: what the margin draws stamps for. */
  nearbyClaims(): NearbyClaim[] {
    const origin = this.article.root.getBoundingClientRect();
    return this.article.blocks
      .filter(({ id }) => this.#painted.has(id))
      .flatMap(({ id }) => this.#byBlock.get(id)?.inOrder() ?? [])
      .flatMap((claim) => {
        const [line] = this.article.rectsOf(claim);
        if (!line) return [];
        return [
          { id: claim.id, top: line.top - origin.top, left: line.left - origin.left, height: line.height },
        ];
      });
  }

  /** Brings a claim's first line to the middle of what scrolls. False for an unknown one. */
  scrollToClaim(id: string, behavior: ScrollBehavior = "auto"): boolean {
    const [line] = this.rectsOf(id);
    const claim = this.claim(id);
    if (!line || !claim) return false;
    scrollToMiddle(this.article.root, line, behavior);
    this.scrollAcross(claim);
    return true;
  }

  /** Brings a range in a table that scrolls sideways between the table's edges. */
  scrollAcross(range: TextRange): void {
    const block = blockAround(this.article.blocks, range);
    const frame = block && this.article.elementOf(block.id)?.closest<HTMLElement>(".article-table");
    const [line] = frame ? this.article.rectsOf(range) : [];
    if (frame && line) scrollSideways(frame, line);
  }

  /** What is selected in the article, as a claim would quote it. */
  selectedRange(selection: Selection | null = document.getSelection()): SelectedRange {
    return selectedRange(this.article, selection);
  }

  /**
   * A claim's range with one edge dragged to a point of the viewport, for `showPending` and then for saving: snapped,
   * inside its block, never empty. Null for an unknown claim and where there is no text.
   */
  rangeWithEdgeAt(id: string, edge: "start" | "end", x: number, y: number): TextRange | null {
    const claim = this.claim(id);
    const block = claim && this.article.blockOf(claim.blockId);
    const place = this.article.offsetAt(x, y);
    return claim && block && place ? placeEdge(block, claim, edge, place.offset) : null;
  }

  /** Calls `listener` after claims, sight or layout changed: whoever draws beside the text draws again. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#nearby.destroy();
    this.#resize.disconnect();
    this.article.root.removeEventListener("scroll", this.#onScroll, { capture: true });
    this.#painter.destroy();
    this.#listeners.clear();
    this.#painted.clear();
    this.#washes.clear();
  }

  /** Adds to `changed` the blocks that have to be painted again. */
  #store(claim: PaintedClaim, changed: Set<string>): void {
    const before = this.#claims.get(claim.id);
    if (before && looksTheSame(before, claim)) return;
    if (before) this.#drop(claim.id, changed);
    this.#claims.set(claim.id, claim);
    const home = this.#byBlock.get(claim.blockId);
    if (home) home.add(claim);
    else this.#byBlock.set(claim.blockId, new BlockClaims(claim));
    changed.add(claim.blockId);
  }

  #drop(id: string, changed: Set<string>): void {
    const claim = this.#claims.get(id);
    if (!claim) return;
    this.#claims.delete(id);
    this.#byBlock.get(claim.blockId)?.remove(id);
    changed.add(claim.blockId);
  }

  #repaint(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    for (const blockId of changed) if (this.#painted.has(blockId)) this.#paintBlock(blockId);
    if (this.#focused !== null) this.focus(this.#focused);
    if (this.#hovered !== null) this.hover(this.#hovered);
    this.#tell();
  }

  #paintBlock(blockId: string): void {
    this.#eraseBlock(blockId);
    const marks: Mark[] = [];
    for (const { claim, name } of this.#byBlock.get(blockId)?.named() ?? []) {
      for (const place of this.article.domRangesOf(claim)) marks.push(this.#painter.paint(name, place));
    }
    this.#painted.set(blockId, marks);
  }

  #eraseBlock(blockId: string): void {
    for (const mark of this.#painted.get(blockId) ?? []) this.#painter.erase(mark);
    this.#painted.delete(blockId);
  }

  #wash(wash: Wash, range: TextRange | null): void {
    for (const mark of this.#washes.get(wash) ?? []) this.#painter.erase(mark);
    this.#washes.delete(wash);
    if (!range) return;
    const places = this.article.domRangesOf(range);
    this.#washes.set(
      wash,
      places.map((place) => this.#painter.paint(wash, place)),
    );
  }

  #onSight(came: HTMLElement[], went: HTMLElement[]): void {
    for (const element of went) this.#eraseBlock(element.dataset.blockId ?? "");
    for (const element of came) this.#paintBlock(element.dataset.blockId ?? "");
    this.#tell();
  }

  #onScroll = (): void => this.#onLayout();

  #onLayout(): void {
    this.#painter.relayout();
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
