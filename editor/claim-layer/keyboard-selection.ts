import { graphemeBoundaries } from "#domain/grapheme.ts";
import { type CodePoints, codePoints, sliceCodePoints } from "#domain/offset.ts";
import type { ClaimLayer } from "./claim-layer.ts";
import { caretMoveOf, stepCaret } from "./keyboard-step.ts";

export interface KeyboardSelectionOptions {
  /** The caret came or went; say so to a screen reader, and which keys it has. */
  onToggle?: (isOn: boolean) => void;
  /** The caret or the selection moved; `text` is what is selected, or the character after the caret. */
  onMove?: (text: string, isSelection: boolean) => void;
  /** Enter was pressed with something selected. */
  onConfirm?: () => void;
}

/**
 * A caret in text that can't be edited, so that a passage can be selected by keyboard alone: browsers show none there.
 * Enter on the focused article (or `start`) brings it, Escape takes it away, arrow keys move it, Shift selects.
 * The selection is the page's own, so a mouse, a screen reader and this caret all continue what another began.
 */
export class KeyboardSelection {
  readonly #layer: ClaimLayer;
  readonly #options: KeyboardSelectionOptions;
  readonly #caret: HTMLElement;
  readonly #unsubscribe: () => void;
  #isOn = false;

  constructor(layer: ClaimLayer, options: KeyboardSelectionOptions = {}) {
    this.#layer = layer;
    this.#options = options;
    this.#caret = document.createElement("div");
    this.#caret.className = "claim-caret";
    this.#caret.setAttribute("aria-hidden", "true");
    this.#caret.style.cssText = "position:absolute;width:2px;background:currentColor;pointer-events:none";
    layer.article.root.addEventListener("keydown", this.#onKey);
    layer.article.root.addEventListener("focusout", this.#onBlur);
    document.addEventListener("selectionchange", this.#onSelection);
    this.#unsubscribe = layer.subscribe(() => this.#drawCaret());
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  /** Shows the caret: where the selection is, else at the first block in sight, else at the article's start. */
  start(): void {
    if (this.#isOn) return;
    this.#isOn = true;
    const { root, blocks } = this.#layer.article;
    root.focus({ preventScroll: true });
    if (!this.#head()) this.#select((this.#firstInSight() ?? blocks[0])?.start ?? codePoints(0), false);
    this.#options.onToggle?.(true);
    this.#drawCaret();
    this.#caret.scrollIntoView({ block: "nearest" });
  }

  stop(): void {
    if (!this.#isOn) return;
    this.#isOn = false;
    this.#caret.remove();
    this.#options.onToggle?.(false);
  }

  destroy(): void {
    const { root } = this.#layer.article;
    root.removeEventListener("keydown", this.#onKey);
    root.removeEventListener("focusout", this.#onBlur);
    document.removeEventListener("selectionchange", this.#onSelection);
    this.#unsubscribe();
    this.#caret.remove();
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.metaKey || !this.#isInText(event.target)) return;
    if (event.key === "Enter") {
      if (event.target instanceof HTMLAnchorElement) return;
      const hasSelection = document.getSelection()?.isCollapsed === false;
      if (this.#isOn && hasSelection) this.#options.onConfirm?.();
      else if (this.#isOn) return;
      else this.start();
      event.preventDefault();
      return;
    }
    if (!this.#isOn) return;
    if (event.key === "Escape") {
      this.stop();
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const move = caretMoveOf(event.key, event.altKey || event.ctrlKey);
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === "layout") {
      document.getSelection()?.modify(event.shiftKey ? "extend" : "move", move.direction, move.granularity);
    } else {
      const head = this.#head();
      if (!head) return;
      const to = stepCaret(this.#layer.article.blocks, head.block, head.offset, move.by, move.unit);
      this.#select(to, event.shiftKey);
    }
    this.#afterMove();
  };

  // The focus may only have gone from the article to a link in it, which is told before it has arrived.
  #onBlur = (): void => queueMicrotask(() => this.#drawCaret());

  #onSelection = (): void => {
    if (this.#isOn) this.#drawCaret();
  };

  /** The article itself, or what can be focused in it: a table that scrolls, a link. */
  #isInText(target: EventTarget | null): boolean {
    return target instanceof Node && this.#layer.article.root.contains(target);
  }

  /** The first block that begins in sight, else the one that fills the screen. */
  #firstInSight() {
    const { blocks } = this.#layer.article;
    const boxOf = (id: string) => this.#layer.article.elementOf(id)?.getBoundingClientRect();
    return (
      blocks.find(({ id }) => (boxOf(id)?.top ?? -1) >= 0) ??
      blocks.find(({ id }) => (boxOf(id)?.bottom ?? 0) > 0)
    );
  }

  /** Where the moving end of the page's selection is, if that is in the article. */
  #head() {
    const selection = document.getSelection();
    if (!selection?.focusNode) return null;
    return this.#layer.article.offsetOf({ node: selection.focusNode, offset: selection.focusOffset });
  }

  #select(offset: CodePoints, isExtending: boolean): void {
    const { article } = this.#layer;
    const block = article.blocks.find(({ start, end }) => offset >= start && offset <= end);
    const point = block && article.pointOf(block, offset);
    const selection = document.getSelection();
    if (!point || !selection) return;
    if (isExtending && selection.anchorNode) selection.extend(point.node, point.offset);
    else selection.collapse(point.node, point.offset);
  }

  #afterMove(): void {
    const head = this.#head();
    if (head) this.#layer.scrollAcross({ start: head.offset, end: head.offset });
    this.#drawCaret();
    this.#caret.scrollIntoView({ block: "nearest" });
    const selected = document.getSelection()?.toString() ?? "";
    this.#options.onMove?.(selected === "" ? this.#characterAhead() : selected, selected !== "");
  }

  #characterAhead(): string {
    const head = this.#head();
    if (!head) return "";
    const at = codePoints(head.offset - head.block.start);
    const next = graphemeBoundaries(head.block.text).find((boundary) => boundary > at);
    return next === undefined ? "" : sliceCodePoints(head.block.text, at, next);
  }

  #drawCaret(): void {
    const head = this.#isOn && this.#isInText(document.activeElement) ? this.#head() : null;
    const box = head && this.#boxAt(head.block.start, head.block.end, head.offset);
    if (!box) {
      this.#caret.remove();
      return;
    }
    const host = this.#layer.article.root.parentElement ?? document.body;
    if (this.#caret.parentElement !== host) host.append(this.#caret);
    const frame = this.#caret.offsetParent ?? document.documentElement;
    const origin = frame.getBoundingClientRect();
    this.#caret.style.left = `${box.x - origin.left - frame.clientLeft + frame.scrollLeft}px`;
    this.#caret.style.top = `${box.top - origin.top - frame.clientTop + frame.scrollTop}px`;
    this.#caret.style.height = `${box.height}px`;
  }

  /** The caret stands before the character at `offset`, at a block's end after its last one. */
  #boxAt(start: CodePoints, end: CodePoints, offset: CodePoints) {
    const isAtEnd = offset >= end;
    const from = codePoints(isAtEnd ? Math.max(start, offset - 1) : offset);
    const rects = this.#layer.article.rectsOf({ start: from, end: codePoints(from + 1) });
    const rect = isAtEnd ? rects.at(-1) : rects[0];
    return rect ? { x: isAtEnd ? rect.right : rect.left, top: rect.top, height: rect.height } : null;
  }
}
