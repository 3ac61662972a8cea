import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DocxParts, docxFile, field, p, r, set } from "#formats/samples/docx.ts";
import { docxImporter } from "./docx.ts";

const read = async (parts: DocxParts) => await docxImporter.read(docxFile(parts));
const textsOf = async (body: string, styles?: string) => {
  const parts = { body: p("題。") + body, ...(styles !== undefined && { styles }) };
  return (await read(parts)).blocks.slice(1).map(({ text }) => text);
};

const raised = '<w:vertAlign w:val="superscript"/>';
const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
const STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  `<w:style w:type="character" w:styleId="U"><w:rPr>${raised}</w:rPr></w:style>` +
  '<w:style w:type="character" w:styleId="V"><w:basedOn w:val="U"/></w:style>' +
  '<w:style w:type="character" w:styleId="S"><w:rPr><w:strike/></w:rPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="P"><w:rPr><w:strike/></w:rPr></w:style>';
const box = (checked: number, text: string) =>
  `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="${checked}"/></w14:checkbox></w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`;
const math = (inside: string) => `<m:oMath>${inside}</m:oMath>`;
const m = (name: string, text: string) => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;

describe("what is set apart stays apart", () => {
  it.each<[string, string, string[]]>([
    ["raised", r("10") + set("6", raised) + r("人"), ["10⁶人"]],
    ["lowered", r("CO") + set("2", '<w:vertAlign w:val="subscript"/>') + r("は"), ["CO₂は"]],
    ["raised by a style's style", r("10") + set("6", '<w:rStyle w:val="V"/>'), ["10⁶"]],
    [
      "not raised where a run takes it back",
      r("10") + set("6", '<w:rStyle w:val="V"/><w:vertAlign w:val="baseline"/>'),
      ["106"],
    ],
    ["raised by hand, and smaller", r("10") + set("6", '<w:position w:val="6"/><w:sz w:val="14"/>'), ["10⁶"]],
    ["moved by a hair", r("10") + set("人", '<w:position w:val="1"/>'), ["10人"]],
    ["struck", r("定員は") + set("120", "<w:strike/>") + r("80人"), ["定員は 80人"]],
    ["struck twice", r("定員は") + set("120", "<w:dstrike/>") + r("80人"), ["定員は 80人"]],
    ["struck by a style", r("定員は") + set("120", '<w:rStyle w:val="S"/>') + r("80人"), ["定員は 80人"]],
    ["not struck at all", r("定員は") + set("120", '<w:strike w:val="0"/>') + r("人"), ["定員は120人"]],
    ["an exponent in a formula", math(`<m:sSup>${m("e", "10")}${m("sup", "6")}</m:sSup>`), ["10⁶"]],
    [
      "a fraction behind a figure",
      r("約2") + math(`<m:f>${m("num", "1")}${m("den", "3")}</m:f>`) + r("4"),
      ["約2 1/3 4"],
    ],
    ["a fraction of sums", math(`<m:f>${m("num", "a+b")}${m("den", "2")}</m:f>`), ["(a+b)/2"]],
    ["an exponent of a field", r("10") + field("EQ \\s\\up8(6)") + r("人"), ["10⁶人"]],
    ["a circled figure", r("資料") + field("EQ \\o\\ac(○,3)") + r("を"), ["資料③を"]],
    [
      "a vertical tab in the source",
      p("定員：１２０&#xB;３５歳以下").slice(5, -6),
      ["定員：１２０\n３５歳以下"],
    ],
    ["pages", '<w:r><w:t>一。</w:t><w:br w:type="page"/><w:t>二。</w:t></w:r>', ["一。", "二。"]],
    [
      "signs of Symbol",
      r("得票率") + sym("Symbol", "F0B3") + r("5％、±") + sym("Symbol", "F0B1"),
      ["得票率≧5％、±±"],
    ],
    ["signs of Symbol among Latin", r("x") + sym("Symbol", "F0A3") + r("5"), ["x≤5"]],
    [
      "letters in a symbol font",
      set("\uf0b1m", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + r("3"),
      ["±μ3"],
    ],
    ["signs of Wingdings", sym("Wingdings", "F0FC") + r("済") + sym("Wingdings", "F0E0"), ["✔済→"]],
    ["a sign nobody knows", r("甲") + sym("Nobody", "F0B3") + r("乙"), ["甲\ufffd乙"]],
    [
      "boxes as printed, else as set",
      box(1, r("☒")) + box(1, "<w:r/>") + box(0, sym("X", "F0A8")) + r("は"),
      ["☒☑☐は"],
    ],
    [
      "text behind a field without end",
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${r("残る。")}`,
      ["残る。"],
    ],
  ])("%s", async (_name, runs, texts) => {
    expect(await textsOf(p(runs), STYLES)).toEqual(texts);
  });

  it("two styles that strike cancel each other out", async () => {
    const body = p(set("80人", '<w:rStyle w:val="S"/>') + r("120人"), '<w:pStyle w:val="P"/>');
    expect(await textsOf(body, STYLES)).toEqual(["80人"]);
  });

  it("drops what XML forbids and says so", async () => {
    const { blocks, notes } = await read({
      body: p("一。") + p("市\u0007は&#x7;公表&#xFFFE;した&#xD800;。"),
    });
    expect(blocks[1]?.text).toBe("市は公表した\ufffd。");
    expect(notes).toEqual([{ what: "characters", count: 4, words: ["U+0007", "U+FFFE", "U+D800"] }]);
  });

  it("names a sign nobody knows", async () => {
    const { notes } = await read({ body: p(sym("Nobody", "F0B3") + r("文。")) });
    expect(notes).toEqual([{ what: "glyphs", count: 1, words: ["Nobody U+F0B3"] }]);
  });
});

describe("labels", () => {
  const label = async (format: string, text: string, index: number) => {
    const level = `<w:lvl w:ilvl="0"><w:start w:val="${index}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const body = p("題。") + p("転居", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const details = (await read({ body, numbering })).blocks[1]?.details;
    return details?.sign ?? details?.ordinal ?? null;
  };
  it.each<[string, string, number, string | number | null]>([
    ["decimal", "%1.", 3, 3],
    ["decimal", "%1)", 3, "3)"],
    ["decimal", "第%1条", 3, "第3条"],
    ["decimal", "", 3, null],
    ["aiueoFullWidth", "(%1)", 2, "(イ)"],
    ["aiueo", "%1", 2, "ｲ"],
    ["irohaFullWidth", "%1．", 3, "ハ．"],
    ["decimalFullWidth", "%1", 12, "１２"],
    ["ideographDigital", "%1", 10, "一〇"],
    ["japaneseLegal", "%1", 10, "壱拾"],
    ["decimalEnclosedCircle", "%1", 21, "㉑"],
    ["ideographTraditional", "%1", 2, "乙"],
    ["lowerLetter", "(%1)", 2, "(b)"],
    ["lowerRoman", "%1)", 4, "iv)"],
    ["bullet", "※", 1, "※"],
    ["bullet", "●", 1, null],
  ])("%s as %s", async (format, text, index, expected) => {
    expect(await label(format, text, index)).toBe(expected);
  });

  it("stand in the lines of a cell, whose items count", async () => {
    const item = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const table = `<w:tbl><w:tr><w:tc>${item("甲")}${item("乙")}</w:tc><w:tc>${p("丙")}</w:tc></w:tr></w:tbl>`;
    const { blocks } = await read({ body: p("題。") + table + item("丁"), numbering });
    expect(blocks.slice(1).map(({ text, details }) => [text, details?.ordinal])).toEqual([
      ["1. 甲\n2. 乙", undefined],
      ["丙", undefined],
      ["丁", 3],
    ]);
  });
});

it("lets no two figures meet that a Word document shows apart", async () => {
  const edge = fc.constantFrom("br", "tab", "raise", "strike", "paragraph", "fraction", "symbol");
  const parts = fc.array(fc.tuple(fc.constantFrom("12", "３", "x4"), edge), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(parts, fc.boolean(), async (all, isCell) => {
      const between: Record<string, string> = {
        br: "<w:r><w:br/></w:r>",
        tab: "<w:r><w:tab/></w:r>",
        raise: set("7", raised),
        strike: set("9", "<w:strike/>"),
        paragraph: "</w:p><w:p>",
        fraction: math(`<m:f>${m("num", "a")}${m("den", "b")}</m:f>`),
        symbol: sym("Symbol", "F0B1"),
      };
      const inside = p(all.map(([text, kind]) => r(text) + (between[kind] ?? "")).join(""));
      const body = isCell
        ? `<w:tbl><w:tr><w:tc>${inside}</w:tc><w:tc>${p("。")}</w:tc></w:tr></w:tbl>`
        : inside;
      const { blocks } = await read({ body: p("題。") + body });
      const text = blocks.map((block) => block.text).join("\n");
      for (const found of text.match(/[a-z\d３]+/gu) ?? [])
        expect(["12", "３", "x4", "a", "b"]).toContain(found);
    }),
    { numRuns: 60 },
  );
});
