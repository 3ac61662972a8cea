import type { TextRange } from "#domain/anchoring/trim-range.ts";
import { type Block, blockAround } from "#domain/block.ts";
import { type CodePoints, codePoints, type Utf16Units, utf16Units } from "#domain/offset.ts";
import { OffsetIndex } from "../offset-index.ts";
import {
  blockElementOf,
  type DomPoint,
  offsetInBlock,
  piecesOfBlock,
  pointInBlock,
  type TextPiece,
} from "./block-dom.ts";

/** The text and blocks of the revision that is on the page. */
export interface ShownRevision {
  text: string;
  blocks: readonly Block[];
}

/**
 * One revision on the page: turns code points of its linear text into places of the DOM and back. The only code that
 * knows both. Works on any element that renders the blocks as `article-schema.ts` promises, the server's or TipTap's.
 */
export class ArticleDom {
  readonly root: HTMLElement;
  readonly blocks: readonly Block[];
  readonly #offsets: OffsetIndex;
  readonly #blockById: Map<string, Block>;
  readonly #elements: Map<string, HTMLElement>;

  constructor(root: HTMLElement, { text, blocks }: ShownRevision) {
    this.root = root;
    this.blocks = blocks;
    this.#offsets = new OffsetIndex(text);
    this.#blockById = new Map(blocks.map((block) => [block.id, block]));
    this.#elements = new Map();
    for (const element of root.querySelectorAll<HTMLElement>("[data-block-id]")) {
      this.#elements.set(element.dataset.blockId ?? "", element);
    }
  }

  blockOf(blockId: string): Block | null {
    return this.#blockById.get(blockId) ?? null;
  }

  elementOf(blockId: string): HTMLElement | null {
    return this.#elements.get(blockId) ?? null;
  }

  elements(): Iterable<HTMLElement> {
    return this.#elements.values();
  }

  /** The place of `offset`, which lies in `block` or at its end; null while the block is not on the page. */
  pointOf(block: Block, offset: CodePoints): DomPoint | null {
    const element = this.#elements.get(block.id);
    return element ? pointInBlock(element, this.#unitsInto(block, offset)) : null;
  }

  /**
   * `range`, which lies in one block, as ranges of the DOM, one for each text node: most often one, several where links
   * or readings cut the text. Empty when it does not lie in one block, or the block is not on the page.
   */
  domRangesOf(range: TextRange): StaticRange[] {
    return this.#piecesOf(range).map(
      ({ node, start, end }) =>
        new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }),
    );
  }

  /** The lines `range` stands on, each as a box in the viewport or as several; empty when it is not on the page. */
  rectsOf(range: TextRange): DOMRect[] {
    return this.#piecesOf(range).flatMap(({ node, start, end }) => {
      const live = document.createRange();
      live.setStart(node, start);
      live.setEnd(node, end);
      return [...live.getClientRects()];
    });
  }

  /** The block and code point of a place inside a block; null outside of every block. */
  offsetOf(point: DomPoint): { block: Block; offset: CodePoints } | null {
    const element = blockElementOf(this.root, point.node);
    const block = element && this.blockOf(element.dataset.blockId ?? "");
    if (!element || !block) return null;
    const base = this.#offsets.toUtf16(block.start);
    const units = Math.min(base + offsetInBlock(element, point), this.#offsets.toUtf16(block.end));
    return { block, offset: this.#offsets.toCodePoints(utf16Units(units)) };
  }

  /** The place between two characters nearest to a point of the viewport, if that is over a block's text. */
  offsetAt(x: number, y: number): { block: Block; offset: CodePoints } | null {
    const point = caretAt(x, y);
    return point && this.offsetOf(point);
  }

  /**
   * The character drawn at a point of the viewport, or null beside the text: a click into the empty end of a line is on
   * no character, though the browser's caret would jump to the nearest.
   */
  characterAt(x: number, y: number): { block: Block; offset: CodePoints } | null {
    const near = this.offsetAt(x, y);
    if (!near) return null;
    for (const start of [near.offset, near.offset - 1]) {
      if (start < near.block.start || start >= near.block.end) continue;
      const rects = this.rectsOf({ start: codePoints(start), end: codePoints(start + 1) });
      const isOn = rects.some(
        (box) => x >= box.left && x < box.right && y >= box.top - 4 && y < box.bottom + 8,
      );
      if (isOn) return { block: near.block, offset: codePoints(start) };
    }
    return null;
  }

  #piecesOf(range: TextRange): TextPiece[] {
    const block = blockAround(this.blocks, range);
    const element = block && this.#elements.get(block.id);
    if (!block || !element) return [];
    return piecesOfBlock(element, this.#unitsInto(block, range.start), this.#unitsInto(block, range.end));
  }

  #unitsInto(block: Block, offset: CodePoints): Utf16Units {
    return utf16Units(this.#offsets.toUtf16(offset) - this.#offsets.toUtf16(block.start));
  }
}

/** Safari knows `caretRangeFromPoint` only. */
function caretAt(x: number, y: number): DomPoint | null {
  if ("caretPositionFromPoint" in document) {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = (document as Document).caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
