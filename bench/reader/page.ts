import { codePoints } from "#domain/offset.ts";
import type { ClaimLook, PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import { buildRevision, type RevisionContent } from "#editor/revision-document.ts";
import { bareHighlights } from "./bare-highlights.ts";
import { fillerBlocks, seeded } from "./filler.ts";
import { highlightCss } from "./highlight-css.ts";
import { ourLayer } from "./our-layer.ts";
import type { Subject } from "./subject.ts";
import { tiptapDecorations } from "./tiptap-decorations.ts";

const SUBJECTS = { ours: ourLayer, bare: bareHighlights, decorations: tiptapDecorations };
export type SubjectName = keyof typeof SUBJECTS;

const LOOKS: ClaimLook[] = ["open", "work", "settled-false", "settled-true"];

let subject: Subject;
let revision: RevisionContent;
let claims: PaintedClaim[];
const addTimes: number[] = [];

/** What the driver calls inside the page, one step at a time. */
export const steps = {
  /** Milliseconds until the text is on the screen, without claims. */
  async mount(name: SubjectName, words: number, count: number): Promise<number> {
    addStyles();
    revision = buildRevision(fillerBlocks(words));
    claims = spreadClaims(revision, count);
    subject = SUBJECTS[name]();
    const before = performance.now();
    subject.mount(document.body, revision);
    await twoFrames();
    return performance.now() - before;
  },
  /**
   * Hands the claims over at the start of a frame. `total` is the milliseconds until two frames later, of which about
   * 33 are the two frames themselves; `script` is what the page was busy for before it could draw.
   */
  async paint(): Promise<{ total: number; script: number }> {
    await oneFrame();
    const before = performance.now();
    subject.paint(claims);
    const script = performance.now() - before;
    await twoFrames();
    return { total: performance.now() - before, script };
  },
  /** Adds one claim in sight at each press of `a`, and notes how long it took from the key to the paint after it. */
  listen(): void {
    const sight = revision.blocks.slice(1, 7);
    let added = 0;
    addEventListener("keydown", (event) => {
      if (event.key !== "a") return;
      const block = sight[added % sight.length];
      if (!block) return;
      const start = codePoints(block.start + 3 + (added % 5) * 4);
      const end = codePoints(start + 12);
      subject.add({ id: `added${added}`, blockId: block.id, start, end, look: "work" });
      added += 1;
      requestAnimationFrame(() => afterPaint(() => addTimes.push(performance.now() - event.timeStamp)));
    });
  },
  addTimes: (): number[] => addTimes,
  /** How many nodes the page has, elements and texts. */
  nodes(): number {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode()) count += 1;
    return count;
  },
  characters: (): number => revision.text.length,
};

/** Evenly spread, every fifth overlapping the one before by half, none longer than 160 characters. */
function spreadClaims({ blocks, text }: RevisionContent, count: number): PaintedClaim[] {
  const random = seeded(11);
  const gap = text.length / count;
  let blockIndex = 1;
  return Array.from({ length: count }, (_, index) => {
    const wanted = index * gap - (index % 5 === 0 ? gap * 0.5 : 0);
    while (blockIndex < blocks.length - 1 && (blocks[blockIndex]?.end ?? 0) <= wanted + 10) blockIndex += 1;
    const block = blocks[blockIndex];
    if (!block) throw new Error("the filler has blocks");
    const start = Math.min(Math.max(block.start, Math.floor(wanted)), block.end - 10);
    const length = Math.min(160, Math.max(8, Math.floor(gap * (0.5 + random() * 0.7))));
    return {
      id: `c${index}`,
      blockId: block.id,
      start: codePoints(start),
      end: codePoints(Math.min(block.end, start + length)),
      look: LOOKS[index % LOOKS.length] ?? "open",
    };
  });
}

function addStyles(): void {
  const rules = LOOKS.map(
    (look) => highlightCss.match(new RegExp(`highlight\\(claim-${look}\\)(\\{[^}]*\\})`))?.[1],
  );
  const style = document.createElement("style");
  style.textContent = [
    "body{margin:0 auto;max-width:40em;font:17px/2 serif}.article-text{white-space:break-spaces}",
    highlightCss,
    // Decorations are elements of a class: they get the very same lines.
    ...rules.map((rule, index) => `.claim-${LOOKS[index] ?? ""}${rule ?? ""}`),
  ].join("\n");
  document.head.append(style);
}

const oneFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));
const twoFrames = (): Promise<void> => oneFrame().then(oneFrame);

/** A task posted from a frame's callback runs once that frame was drawn. */
function afterPaint(then: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = then;
  channel.port2.postMessage(null);
}

declare global {
  interface Window {
    readerBench: typeof steps;
  }
}
window.readerBench = steps;
