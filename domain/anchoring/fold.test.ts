import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";

const folded = (text: string) => fold(text).characters.join("");

describe("what is set differently and reads the same", () => {
  it.each([
    ["width", "２０２５年Ａ社", "2025年A社"],
    ["half-width kana with their marks", "ﾊﾞﾗﾝｽ", "バランス"],
    ["case", "Federal", "FEDERAL"],
    ["quotation marks", "“yes”", '"yes"'],
    ["full stops and commas", "はい、そう。", "はい，そう．"],
    ["dashes", "2010–2015", "2010-2015"],
    ["white space", "東京 は\u3000晴れ\n", "東京は晴れ"],
    ["a reading above a word", "裏取《うらど》り", "裏取り"],
    ["white space between a word and a number", "10 km", "10km"],
    ["a reading between the words of a sentence", "首相《しゅしょう》は", "首相は"],
    ["a variant of a kanji", "葛󠄀飾", "葛飾"],
    ["a soft hyphen", "infor\u00admation", "information"],
    ["a composed and a decomposed letter", "がé", "か\u3099e\u0301"],
  ])("%s", (_name, one, other) => {
    expect(folded(one)).toBe(folded(other));
  });

  it.each([
    ["another digit", "12人", "13人"],
    ["a long vowel and a dash", "サーバー", "サ-バ-"],
    ["a title in 《》", "《国宝》を見た", "を見た"],
    ["two numbers and one", "2020 12", "202012"],
    ["a list and a thousand", "1, 200", "1,200"],
    ["a list of two numbers in Japanese", "3、4人", "3,4人"],
    ["the end of a sentence and a decimal", "3。5", "3.5"],
    ["a table's cells and one number", "5｜6", "56"],
    ["a raised digit and a digit", "10²", "102"],
    ["a circled digit and a digit", "①", "1"],
    ["a fraction and its digits", "½", "1/2"],
    ["two words and one", "now here", "nowhere"],
    ["another word", "支持", "不支持"],
  ])("%s is not the same", (_name, one, other) => {
    expect(folded(one)).not.toBe(folded(other));
  });
});

describe("the way back", { timeout: 30_000 }, () => {
  it("leads to code points, also across pairs of units and expanded signs", () => {
    const { characters, starts, ends } = fold("𠮷㈱い");
    expect(characters).toEqual(["𠮷", "(", "株", ")", "い"]);
    expect([...starts]).toEqual([0, 1, 1, 1, 2]);
    expect([...ends]).toEqual([1, 2, 2, 2, 3]);
  });

  it("ascends and stays inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const { characters, starts, ends } = fold(text);
        const length = [...text].length;
        const isInOrder = characters.every((_, at) => {
          const [start = -1, end = -1, before = 0] = [starts[at], ends[at], starts[at - 1]];
          return before <= start && start < end && end <= length;
        });
        expect(isInOrder && starts.length === characters.length).toBe(true);
      }),
    );
  });
});
