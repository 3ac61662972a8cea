import { docxFile, inList, list, p, r } from "#formats/samples/docx.ts";
import { ENGLISH, JAPANESE } from "./prose.ts";

/** A Word file, the words that stand in it, and what of its words is set so that an importer may change it. */
export interface DocxSample {
  name: string;
  bytes: Uint8Array;
  expected: string;
  kept: readonly string[];
}

const set = (text: string, properties: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const raised = (text: string): string => set(text, '<w:vertAlign w:val="superscript"/>');
const lowered = (text: string): string => set(text, '<w:vertAlign w:val="subscript"/>');
const symbol = (font: string, code: string): string =>
  `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`;
const cell = (...paragraphs: string[]): string =>
  `<w:tc>${paragraphs.map((text) => p(text)).join("")}</w:tc>`;
const prose = JAPANESE.slice(0, 6);
const body = prose.map((text) => p(text)).join("");

const sample = (
  name: string,
  inside: string,
  more: readonly string[],
  kept: readonly string[] = [],
): DocxSample => ({
  name,
  bytes: docxFile({
    body: body + inside,
    numbering:
      list(1, [["aiueoFullWidth", "%1"]]) +
      list(2, [["lowerLetter", "(%1)"]]) +
      list(3, [["decimal", "第%1条"]]),
  }),
  expected: [...prose, ...more].join("\n"),
  kept,
});

/** What of a Word file gets lost or changed most easily, a file each. */
export const DOCX_SAMPLES: readonly DocxSample[] = [
  sample("prose", ENGLISH.map((text) => p(text)).join(""), ENGLISH),
  sample(
    "raised and lowered",
    p(
      `${r("線量は10")}${raised("6")}${r("、面積は35m")}${raised("2")}${r("、CO")}${lowered("2")}${r("は5t。")}`,
    ),
    ["線量は10", "、面積は35m", "、CO", "は5t。"],
    ["10⁶", "35m²", "CO₂"],
  ),
  sample(
    "symbols",
    p(
      `${r("得票")}${symbol("Symbol", "F0B3")}${r("5、誤差")}${symbol("Symbol", "F0B1")}${r("3、")}${symbol("Symbol", "F061")}${r("線")}`,
    ),
    ["得票", "5、誤差", "線"],
    ["≥5|≧5", "誤差±3", "α線"],
  ),
  sample(
    "printed labels",
    [
      p("転居", inList(1)),
      p("改名", inList(1)),
      p("死亡", inList(2)),
      p("総則", inList(3)),
      p("定義", inList(3)),
    ].join(""),
    ["転居", "改名", "死亡", "総則", "定義"],
    ["ア", "イ", "(a)", "第1条", "第2条"],
  ),
  sample(
    "breaks",
    p("<w:r><w:t>定員：１２０</w:t><w:br/><w:t>３５歳以下：４８</w:t><w:cr/><w:t>計画：２</w:t></w:r>"),
    ["定員：１２０", "３５歳以下：４８", "計画：２"],
    ["定員：１２０\n３５歳以下：４８\n計画：２"],
  ),
  sample(
    "cells of several paragraphs",
    `<w:tbl><w:tr>${cell("区分", "（人）")}${cell("１２０", "３５")}</w:tr></w:tbl>`,
    ["区分", "（人）", "１２０", "３５"],
    ["区分\n（人）", "１２０\n３５"],
  ),
  sample(
    "fields, content controls and smart tags",
    p(
      `${r("同意：")}<w:sdt><w:sdtContent>${r("はい")}</w:sdtContent></w:sdt><w:fldSimple w:instr=" REF a ">${r("表３")}</w:fldSimple><w:smartTag w:element="a">${r("参照")}</w:smartTag>`,
    ),
    ["同意：", "はい", "表３", "参照"],
  ),
];
