import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyUpdate, type Doc, encodeStateAsUpdate, XmlElement, XmlText } from "yjs";
import { canonicalRationale } from "./canonical-rationale.ts";
import { firstProse, proseDocument, readProse, writeProse } from "./prose-document.ts";
import type { Rationale, RationaleBlock, RationaleInline, RationaleMark } from "./rationale-node.ts";
import { rationaleText } from "./rationale-text.ts";

const text = (words: string, ...marks: RationaleMark[]) => ({ type: "text" as const, text: words, marks });
const paragraph = (...content: RationaleInline[]) => ({ type: "paragraph" as const, content });
const doc = (...content: RationaleBlock[]): Rationale => ({ type: "doc", content });
const link: RationaleMark = { type: "link", attrs: { href: "https://example.jp/" } };

const merge = (into: Doc, from: Doc) => applyUpdate(into, encodeStateAsUpdate(from));

test.each<[string, Rationale]>([
  ["words", doc(paragraph(text("市の"), text("資料", { type: "bold" }), text("による。")))],
  ["several marks", doc(paragraph(text("資料", link, { type: "bold" }, { type: "italic" })))],
  [
    "a list with a citation",
    doc({
      type: "orderedList",
      attrs: { start: 3 },
      content: [
        {
          type: "listItem",
          content: [paragraph(text("一"), { type: "citation", attrs: { evidenceId: "e1" } })],
        },
      ],
    }),
  ],
  [
    "a quotation with a break",
    doc({ type: "blockquote", content: [paragraph(text("a"), { type: "hardBreak" })] }),
  ],
  ["an emoji", doc(paragraph(text("𠮷👩‍👩‍👧")))],
])("a document gives back %s", (_name, rationale) => {
  const written = { summary: "正しい。", rationale };
  expect(readProse(proseDocument(firstProse(written)))).toEqual(written);
});

test("nothing is null, and still a paragraph to write into", () => {
  const document = proseDocument(firstProse({ summary: "", rationale: null }));
  expect(readProse(document)).toEqual({ summary: "", rationale: null });
  expect(document.getXmlFragment("summary").length).toBe(1);
  expect(document.getXmlFragment("rationale").length).toBe(1);
});

test("the first document is the same wherever it is made", () => {
  const written = { summary: "正しい。", rationale: doc(paragraph(text("資料による。"))) };
  const one = proseDocument(firstProse(written));
  merge(one, proseDocument(firstProse(written)));
  expect(readProse(one)).toEqual(written);
});

describe("writing", () => {
  test("leaves what another writes at the same time", () => {
    const first = firstProse({ summary: "橋は安全だ。", rationale: doc(paragraph(text("市の資料。"))) });
    const [one, other] = [proseDocument(first), proseDocument(first)];
    writeProse(one, { summary: "橋は安全である。" });
    const line = other.getXmlFragment("summary").get(0) as XmlElement;
    const words = line.get(0) as XmlText;
    words.insert(0, "新しい");
    merge(one, other);
    expect(readProse(one).summary).toBe("新しい橋は安全である。");
    expect(readProse(one).rationale).toEqual(doc(paragraph(text("市の資料。"))));
  });

  test("of what stands there already changes nothing", () => {
    const document = proseDocument(firstProse({ summary: "a", rationale: doc(paragraph(text("b"))) }));
    const updates: Uint8Array[] = [];
    document.on("update", (update) => updates.push(update));
    writeProse(document, { summary: "a", rationale: doc(paragraph(text("b"))) });
    expect(updates).toEqual([]);
  });
});

describe("what a rationale may not hold keeps its words", () => {
  const written = (fill: (document: Doc) => void) => {
    const document = proseDocument(firstProse({ summary: "", rationale: null }));
    document.transact(() => fill(document));
    return readProse(document).rationale;
  };

  test("an unknown node", () => {
    const rationale = written((document) => {
      const heading = new XmlElement("heading");
      heading.insert(0, [new XmlText("経緯")]);
      document.getXmlFragment("rationale").insert(1, [heading]);
    });
    expect(rationale).toEqual(doc(paragraph(text("経緯"))));
  });

  test("a link that may not be followed", () => {
    const rationale = written((document) => {
      const words = new XmlText();
      words.insert(0, "ここ", { link: { href: "javascript:alert(1)" } });
      (document.getXmlFragment("rationale").get(0) as XmlElement).insert(0, [words]);
    });
    expect(rationale).toEqual(doc(paragraph(text("ここ"))));
  });

  test("more words than a rationale may have", () => {
    const rationale = written((document) => {
      (document.getXmlFragment("rationale").get(0) as XmlElement).insert(0, [
        new XmlText("𠮷".repeat(20_050)),
      ]);
    });
    expect(rationale && [...rationaleText(rationale)].length).toBe(20_000);
  });

  test("a summary longer than one may be is cut", () => {
    const document = proseDocument(firstProse({ summary: "あ".repeat(500), rationale: null }));
    expect(readProse(document).summary).toBe("あ".repeat(400));
  });
});

const marks = fc.uniqueArray(fc.constantFrom<RationaleMark>({ type: "bold" }, { type: "italic" }, link), {
  selector: ({ type }) => type,
});
const inline = fc.oneof(
  fc.record({ text: fc.string({ minLength: 1, unit: "grapheme" }), marks }).map((part) => ({
    type: "text" as const,
    ...part,
  })),
  fc.constant({ type: "hardBreak" as const }),
  fc.constant({ type: "citation" as const, attrs: { evidenceId: "e1" } }),
);
const someRationale = fc
  .array(
    fc.array(inline).map((content) => paragraph(...content)),
    { minLength: 1, maxLength: 4 },
  )
  .map((content) => doc(...content));

test("two people's rewritings merge to the same on both sides", () => {
  fc.assert(
    fc.property(someRationale, someRationale, someRationale, (first, mine, theirs) => {
      const state = firstProse({ summary: "", rationale: first });
      const [one, other] = [proseDocument(state), proseDocument(state)];
      writeProse(one, { rationale: mine });
      writeProse(other, { rationale: theirs });
      merge(one, other);
      merge(other, one);
      expect(readProse(one)).toEqual(readProse(other));
    }),
    { numRuns: 60 },
  );
});

test("any rationale comes back canonical", () => {
  fc.assert(
    fc.property(someRationale, someRationale, (before, rationale) => {
      fc.pre(rationaleText(rationale).trim() !== "");
      const document = proseDocument(firstProse({ summary: "", rationale: before }));
      writeProse(document, { rationale });
      expect(readProse(document).rationale).toEqual(canonicalRationale(rationale));
    }),
    { numRuns: 100 },
  );
});
