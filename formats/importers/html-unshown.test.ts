import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import { unshownLists } from "./html-unshown.ts";

const TEXT = Array.from({ length: 8 }, (_, at) =>
  paragraph(
    `市は${at}日、港の整備計画を公表した。総額は三億円となる見込みで、国の補助金を財源に充てる。議会は九月に審議し、可決されれば十月に着工する。`,
  ),
);
const TITLE: ParsedBlock = { kind: "heading", level: 1, text: "港の整備に三億円" };

function paragraph(text: string): ParsedBlock {
  return { kind: "paragraph", level: null, text };
}

function heading(text: string): ParsedBlock {
  return { kind: "heading", level: 2, text };
}

function way(text: string, href = "https://minato.example/x"): ParsedBlock {
  return {
    ...paragraph(text),
    details: { marks: [{ type: "link", start: 0, end: [...text].length, href }] },
  };
}

const WAYS = [way("水道料金、来年四月から値上げ"), way("市議会、不信任案を可決"), way("灯台を十月に公開")];
const told = (blocks: readonly ParsedBlock[], shown: readonly ParsedBlock[] = TEXT) => {
  const found = unshownLists(blocks, shown);
  return blocks.flatMap((block) =>
    found.has(block) ? [`${found.get(block)} ${block.text.slice(0, 6)}`] : [],
  );
};

describe("what a reader view does not show and leads elsewhere", () => {
  it.each<[name: string, blocks: ParsedBlock[], told: string[]]>([
    [
      "behind the text",
      [TITLE, ...TEXT, ...WAYS],
      ["related 水道料金、来", "related 市議会、不信", "related 灯台を十月に"],
    ],
    [
      "with its heading and what it tells of each",
      [TITLE, ...TEXT, heading("国際"), ...WAYS.flatMap((one) => [one, paragraph("三十分前")])],
      [
        "related 国際",
        ...["水道料金、来", "三十分前", "市議会、不信", "三十分前", "灯台を十月に", "三十分前"].map(
          (text) => `related ${text}`,
        ),
      ],
    ],
    [
      "before the title",
      [...WAYS, TITLE, ...TEXT],
      ["navigation 水道料金、来", "navigation 市議会、不信", "navigation 灯台を十月に"],
    ],
  ])("is furniture: %s", (_name, blocks, expected) => {
    expect(told(blocks)).toEqual(expected);
  });

  it.each<[name: string, blocks: ParsedBlock[], shown?: ParsedBlock[]]>([
    ["two links an article refers to", [TITLE, ...TEXT, ...WAYS.slice(0, 2)]],
    ["sources", [TITLE, ...TEXT, heading("参考文献"), ...WAYS]],
    ["sources in English", [TITLE, ...TEXT, heading("References"), ...WAYS]],
    [
      "files that belong to it",
      [TITLE, ...TEXT, ...["一", "二", "三"].map((name) => way(name, `https://minato.example/${name}.pdf`))],
    ],
    ["lists within the text", [TITLE, ...TEXT.slice(0, 4), ...WAYS, ...TEXT.slice(4)]],
    [
      "a last paragraph that the reader view lost",
      [TITLE, ...TEXT, paragraph("市は来月、沿線の住民に説明する。")],
    ],
    ["anything, where the reader view shows next to nothing", [TITLE, ...TEXT, ...WAYS], TEXT.slice(0, 2)],
  ])("but not %s", (_name, blocks, shown) => {
    expect(told(blocks, shown)).toEqual([]);
  });
});
