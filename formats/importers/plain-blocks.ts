import { type BlockDetails, type BlockKind, HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { atMostDeepest } from "./block-list.ts";
import { joinedLines } from "./join-lines.ts";
import type { PlainFootnote } from "./plain-footnotes.ts";
import type { PlainLine } from "./plain-lines.ts";
import type { PlainTable } from "./plain-table.ts";

interface OpenBlock {
  kind: BlockKind;
  level: number | null;
  indent: number;
  lines: string[];
  details?: BlockDetails;
}

/** Gathers lines into blocks; one block is open at a time. */
export class PlainBlocks {
  readonly #blocks: ParsedBlock[] = [];
  #open: OpenBlock | null = null;
  /** Indents of the list being written, outermost first: their number is the depth. Blank lines do not end a list. */
  #depths: number[] = [];
  #tables = 0;

  get isInParagraph(): boolean {
    return this.#open?.kind === "paragraph" || this.#open?.kind === "footnote";
  }

  bullet(line: PlainLine, sign?: string): void {
    this.close();
    while (this.#depths.length > 0 && (this.#depths.at(-1) ?? 0) >= line.indent) this.#depths.pop();
    this.#depths.push(line.indent);
    this.#open = { kind: "bullet", level: this.#depths.length, indent: line.indent, lines: [line.text] };
    if (sign !== undefined) this.#open.details = { sign };
    else if (line.ordinal !== null) this.#open.details = { ordinal: line.ordinal };
  }

  quotation(line: PlainLine): void {
    // A mark alone stands between two quoted paragraphs.
    if (line.text === "") this.close();
    else this.#start("quotation", line);
  }

  footnote(line: PlainLine, { label, text }: PlainFootnote): void {
    this.#start("footnote", { ...line, text });
    if (this.#open) this.#open.details = { label };
  }

  /** A paragraph; one that stands deeper than the item above it leaves the list as it is. */
  paragraph(line: PlainLine): void {
    const depths = line.indent > (this.#depths.at(-1) ?? Number.POSITIVE_INFINITY) ? this.#depths : [];
    this.#start("paragraph", line);
    this.#depths = depths;
  }

  /** What goes on the line before. */
  more(line: PlainLine): void {
    this.#open?.lines.push(line.text);
  }

  whole(kind: "heading" | "paragraph", text: string, level: number | null): void {
    this.close();
    this.#depths = [];
    const depth = kind === "heading" ? atMostDeepest(level ?? HEADING_LEVELS.section) : null;
    this.#blocks.push({ kind, level: depth, text });
  }

  table({ rows, hasHeader }: PlainTable): void {
    this.close();
    this.#depths = [];
    this.#tables += 1;
    for (const [above, row] of rows.entries())
      for (const [before, text] of row.entries()) {
        if (text === "") continue;
        const place = { table: this.#tables, row: above + 1, column: before + 1 };
        const cell = { ...place, isHeader: hasHeader && above === 0, columnSpan: 1, rowSpan: 1 };
        this.#blocks.push({ kind: "cell", level: null, text, details: { cell } });
      }
  }

  close(): void {
    if (this.#open) {
      const { kind, level, details, lines } = this.#open;
      const { text, joins } = joinedLines(lines);
      this.#blocks.push({
        kind,
        level: level === null ? null : atMostDeepest(level),
        text,
        ...(details && { details }),
        ...(joins.length > 0 && { joins }),
      });
    }
    this.#open = null;
  }

  finish(): ParsedBlock[] {
    this.close();
    return this.#blocks;
  }

  #start(kind: "quotation" | "paragraph" | "footnote", line: PlainLine): void {
    this.close();
    this.#depths = [];
    this.#open = { kind, level: null, indent: line.indent, lines: [line.text] };
  }
}
