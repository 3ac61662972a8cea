import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import type { RevisionContent } from "#editor/revision-document.ts";
import type { Subject } from "./subject.ts";

/**
 * The limit: plain elements and the CSS Custom Highlight API with nothing around it, blocks within one screen of the
 * viewport only. No hit test, no lanes, no order, no selection: what remains is what the browser itself costs.
 */
export function bareHighlights(): Subject {
  const claimsByBlock = new Map<string, PaintedClaim[]>();
  const starts = new Map<string, number>();
  const near = new Set<Element>();
  const shown = new Map<Element, { name: string; range: Range }[]>();

  const highlightOf = (name: string): Highlight => {
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    return highlight;
  };
  const show = (element: Element, claim: PaintedClaim) => {
    const text = element.firstChild;
    const base = starts.get(claim.blockId) ?? 0;
    if (!text) return;
    const range = document.createRange();
    range.setStart(text, claim.start - base);
    range.setEnd(text, claim.end - base);
    const name = `claim-${claim.look}`;
    highlightOf(name).add(range);
    shown.get(element)?.push({ name, range });
  };
  const showAll = (element: Element) => {
    shown.set(element, []);
    for (const claim of claimsByBlock.get(element.getAttribute("data-block-id") ?? "") ?? [])
      show(element, claim);
  };
  const hide = (element: Element) => {
    for (const { name, range } of shown.get(element) ?? []) CSS.highlights.get(name)?.delete(range);
    shown.delete(element);
  };
  const file = (claim: PaintedClaim) => {
    const home = claimsByBlock.get(claim.blockId);
    if (home) home.push(claim);
    else claimsByBlock.set(claim.blockId, [claim]);
  };

  return {
    mount(host, revision) {
      mountPlain(host, revision);
      for (const block of revision.blocks) starts.set(block.id, block.start);
      const observer = new IntersectionObserver(
        (entries) => {
          for (const { target, isIntersecting } of entries) {
            if (isIntersecting && !near.has(target)) {
              near.add(target);
              showAll(target);
            } else if (!isIntersecting && near.delete(target)) hide(target);
          }
        },
        { rootMargin: "100% 0px" },
      );
      for (const element of host.querySelectorAll("[data-block-id]")) observer.observe(element);
    },
    paint(claims) {
      claims.forEach(file);
      near.forEach(showAll);
    },
    add(claim) {
      file(claim);
      for (const element of near)
        if (element.getAttribute("data-block-id") === claim.blockId) show(element, claim);
    },
  };
}

/** The elements the server would send. Bullets stand alone here; the list around them makes no difference to paint. */
function mountPlain(host: HTMLElement, revision: RevisionContent): void {
  const root = document.createElement("div");
  root.className = "article-text";
  for (const block of revision.blocks) {
    const element = document.createElement(
      block.kind === "heading" ? "h1" : block.kind === "bullet" ? "li" : "p",
    );
    element.setAttribute("data-block-id", block.id);
    element.textContent = block.text;
    root.append(element);
  }
  host.append(root);
}
