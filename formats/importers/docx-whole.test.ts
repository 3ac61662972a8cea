import { expect, it } from "vitest";
import { docxFile, p, r } from "#formats/samples/docx.ts";
import { docxImporter } from "./docx.ts";

const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
const alternative = (needs: string, choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="${needs}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

it.each<[string, string, string[]]>([
  [
    "a drop cap is the beginning of its word",
    p("市", '<w:framePr w:dropCap="drop"/>') + p("は。"),
    ["市は。"],
  ],
  ["a last paragraph whose end was deleted", p("残る。", "<w:rPr><w:del/></w:rPr>"), ["残る。"]],
  [
    "what a control asks for is none of the text",
    p(
      `${r("氏名：")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r("入力")}</w:sdtContent></w:sdt>${r("様")}`,
    ),
    ["氏名：様"],
  ],
  [
    "a box of an older form",
    p(
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r("同意")}`,
    ),
    ["☑同意"],
  ],
  [
    "a note's own figure behind another, and its paragraphs as lines",
    p(`${r("120")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>${r("人")}`),
    ["120¹人", "一\n二"],
  ],
  [
    "a text box in a group, once",
    p(
      `<w:r>${alternative("wpg", `<w:drawing>${alternative("wps", `<wps:txbx>${box("箱")}</wps:txbx>`, `<w:pict>${box("箱")}</w:pict>`)}</w:drawing>`, "<w:pict/>")}</w:r>`,
    ),
    ["箱"],
  ],
  [
    "what only older programs read",
    p(`<w:r>${alternative("unheardof", "<w:t>新</w:t>", "<w:t>旧</w:t>")}</w:r>`),
    ["旧"],
  ],
  [
    "a formula between paragraphs",
    "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>",
    ["x=1"],
  ],
])("%s", async (_name, body, texts) => {
  const footnotes = `<w:footnote w:id="2">${p("一")}${p("二")}</w:footnote>`;
  const { blocks } = await docxImporter.read(docxFile({ body: p("題。") + body, footnotes }));
  expect(blocks.slice(1).map(({ text }) => text)).toEqual(texts);
});

it("names what a control asks for, and what is hidden", async () => {
  const placeholder = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${p("日付を入力")}</w:sdtContent></w:sdt>`;
  const hidden = p(`<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部用</w:t></w:r>${r("文。")}`);
  const { notes } = await docxImporter.read(docxFile({ body: placeholder + hidden }));
  expect(notes).toEqual([
    { what: "form", count: 1, words: ["日付を入力"] },
    { what: "hidden_text", count: 1, words: ["内部用"] },
  ]);
});
