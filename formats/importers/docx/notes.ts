import { formatNumber } from "../number-format.ts";
import { childOf, descendantsOf, elementsIn, type XmlElement } from "../xml-tree.ts";

/** In UTF-16 units, as `blockDetailsSchema` counts them. */
const LONGEST_LABEL = 20;

type NoteKind = "footnote" | "endnote";

/** A note the text refers to. */
export interface MetNote {
  kind: NoteKind;
  label: string;
  content: XmlElement;
}

/**
 * Gives notes their labels in the order in which the text refers to them: footnotes 1, 2, 3, endnotes i, ii, iii, unless
 * the document numbers them otherwise.
 */
export class NoteCounter {
  readonly #contents = new Map<string, XmlElement>();
  readonly #met = new Map<string, MetNote>();
  readonly #counts = { footnote: 0, endnote: 0 };
  readonly #formats: Record<NoteKind, string>;

  /** `settings`: the document and its settings, either of which may say how notes are numbered. */
  constructor(
    footnotes: readonly XmlElement[],
    endnotes: readonly XmlElement[],
    settings: readonly XmlElement[],
  ) {
    this.#formats = {
      footnote: formatIn(settings, "w:footnotePr") ?? "decimal",
      endnote: formatIn(settings, "w:endnotePr") ?? "lowerRoman",
    };
    for (const [kind, roots] of [
      ["footnote", footnotes],
      ["endnote", endnotes],
    ] as const)
      for (const element of roots.flatMap((root) => elementsIn(root)))
        this.#contents.set(`${kind} ${element.attributes.get("w:id") ?? ""}`, element);
  }

  /** The label of a note the text refers to, the same each time; null where there is no such note. */
  label(kind: NoteKind, id: string, ownSign: string | null): string | null {
    const key = `${kind} ${id}`;
    const content = this.#contents.get(key);
    if (!content) return null;
    const known = this.#met.get(key);
    if (known) return known.label;
    if (ownSign === null) this.#counts[kind] += 1;
    const count = this.#counts[kind];
    const label = (ownSign ?? formatNumber(count, this.#formats[kind])).slice(0, LONGEST_LABEL);
    this.#met.set(key, { kind, label, content });
    return label;
  }

  /** Footnotes first, as a page would have them, then endnotes. */
  get met(): MetNote[] {
    const all = [...this.#met.values()];
    return [
      ...all.filter(({ kind }) => kind === "footnote"),
      ...all.filter(({ kind }) => kind === "endnote"),
    ];
  }
}

function formatIn(settings: readonly XmlElement[], name: string): string | null {
  for (const root of settings) {
    const [properties] = [...descendantsOf(root, name)].filter((found) => childOf(found, "w:numFmt"));
    const format = childOf(properties ?? null, "w:numFmt")?.attributes.get("w:val");
    if (format !== undefined) return format;
  }
  return null;
}
