import { mergeAttributes, Node } from "@tiptap/core";

export interface CitationOptions {
  /** The number evidence is shown under now, from 1; null for evidence that is gone. */
  numberOf: (evidenceId: string) => number | null;
}

export interface CitationStorage {
  /** Writes the numbers again, after evidence was added, removed or put in another order. */
  renumber: () => void;
}

declare module "@tiptap/core" {
  interface Storage {
    citation: CitationStorage;
  }
}

/** What stands in the text for a citation: its number, or a question mark for evidence that is gone. */
export const citationLabel = (number: number | null): string => `[${number ?? "?"}]`;

/**
 * A citation of evidence inside a rationale: one character wide to the editor, a bracketed number to the reader.
 * The document keeps the evidence's id; the number is the host's, because it changes when evidence moves.
 */
export const Citation = Node.create<CitationOptions, CitationStorage>({
  name: "citation",
  group: "inline",
  inline: true,
  atom: true,
  addOptions: () => ({ numberOf: () => null }),
  addStorage: () => ({ renumber: () => {} }),
  addAttributes: () => ({
    evidenceId: {
      default: null,
      validate: "string",
      parseHTML: (element: HTMLElement) => element.getAttribute("data-evidence-id"),
      renderHTML: (attributes: Record<string, unknown>) => ({ "data-evidence-id": attributes.evidenceId }),
    },
  }),
  parseHTML: () => [{ tag: "span[data-evidence-id]" }],
  renderHTML({ node, HTMLAttributes }) {
    const number = this.options.numberOf(String(node.attrs.evidenceId));
    return ["span", mergeAttributes({ class: "citation" }, HTMLAttributes), citationLabel(number)];
  },
  renderText({ node }) {
    return citationLabel(this.options.numberOf(String(node.attrs.evidenceId)));
  },
  addNodeView() {
    const shown = new Map<HTMLElement, string>();
    const write = (dom: HTMLElement, evidenceId: string) => {
      dom.textContent = citationLabel(this.options.numberOf(evidenceId));
    };
    this.storage.renumber = () => {
      for (const [dom, evidenceId] of shown) write(dom, evidenceId);
    };
    return ({ node }) => {
      const evidenceId = String(node.attrs.evidenceId);
      const dom = document.createElement("span");
      dom.className = "citation";
      dom.dataset.evidenceId = evidenceId;
      shown.set(dom, evidenceId);
      write(dom, evidenceId);
      return { dom, ignoreMutation: () => true, destroy: () => void shown.delete(dom) };
    };
  },
});
