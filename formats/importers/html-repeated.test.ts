import { describe, expect, it } from "vitest";
import { htmlImporter } from "./html.ts";

const TEXT =
  "<p>市は三日、港の整備計画を公表した。総額は三億円となる見込みで、国の補助金を財源に充てる。</p><p>議会は九月に審議し、可決されれば十月に着工する。</p>";
const LONG =
  "港の入り口に立つ灯台を見上げる、修学旅行で港町を訪れた山あいの町の中学校の二年生たちと引率の先生たち";
const read = (inside: string) => {
  const {
    blocks,
    leftOut = [],
    notes,
  } = htmlImporter.read(`<h1>港の整備に三億円をかける計画</h1>${TEXT}${inside}`);
  return {
    blocks: blocks.slice(3).map(({ kind, text }) => `${kind} ${text}`),
    alts: blocks.flatMap(({ details }) => details?.picture?.alt ?? []),
    left: leftOut.map(({ why, blocks }) => `${why} ${blocks.length}`),
    notes: notes.map(({ what }) => what),
  };
};

describe("a picture and its caption are one figure:", () => {
  it.each<[name: string, inside: string, blocks: string[]]>([
    [
      "in a figcaption",
      '<figure><img src=a alt="灯台"><figcaption>港の灯台</figcaption></figure>',
      ["figure 港の灯台"],
    ],
    [
      "in no figcaption",
      '<figure><img src=a alt="灯台"><div class=c>港の灯台</div></figure>',
      ["figure 港の灯台"],
    ],
    [
      "with who took it in an element of its own",
      '<figure><img src=a alt="灯台"><figcaption><p>港の灯台</p><p>鈴木花子撮影</p></figcaption></figure>',
      ["figure 港の灯台\n鈴木花子撮影"],
    ],
    [
      "that says what is said of the picture",
      '<p><img src=a alt="港の灯台"></p><p>港の灯台</p>',
      ["figure 港の灯台"],
    ],
    [
      "with a credit",
      '<p><img src=a alt="港の灯台"></p><p>港の灯台（写真＝鈴木花子）</p>',
      ["figure 港の灯台（写真＝鈴木花子）"],
    ],
    [
      "above the picture",
      '<p>The old light (Image: AP)</p><p><img src=a alt="The old light"></p>',
      ["figure The old light (Image: AP)"],
    ],
  ])("%s", (_name, inside, blocks) => {
    expect(read(inside)).toMatchObject({ blocks, left: [] });
  });

  it.each<[name: string, inside: string, blocks: string[]]>([
    [
      "a paragraph that begins with the name of whom it shows",
      '<p><img src=a alt="鈴木花子"></p><p>鈴木花子市長は会見で、五月末までに予算を公表すると述べた。</p>',
      ["figure 鈴木花子", "paragraph 鈴木花子市長は会見で、五月末までに予算を公表すると述べた。"],
    ],
    [
      "a heading",
      '<h2>港の灯台</h2><p><img src=a alt="港の灯台"></p>',
      ["heading 港の灯台", "figure 港の灯台"],
    ],
  ])("but not %s", (_name, inside, blocks) => {
    expect(read(inside)).toMatchObject({ blocks, left: [] });
  });
});

describe("what names the file of a picture is no word of it:", () => {
  it.each(["IMG_3886.jpg", "12-IMG_3886.JPG", "milano-2018-lamp-arrangement-01", "DSC0012", "写真", "photo"])(
    "%s",
    (alt) => {
      expect(read(`<p><img src=a alt="${alt}"></p>`)).toEqual({
        blocks: [],
        alts: [],
        left: [],
        notes: ["picture_without_words"],
      });
    },
  );

  it.each(["第3回会議", "2025年の港", "COVID-19", "A map of the harbour.", "予算-歳出"])(
    "but %s is",
    (alt) => {
      expect(read(`<p><img src=a alt="${alt}"></p>`).alts).toEqual([alt]);
    },
  );
});

describe("what a page says twice is left out once:", () => {
  it.each<[name: string, inside: string, left: string[]]>([
    [
      "a caption in a gallery",
      `<figure><img src=a alt="灯台"><figcaption>${LONG}</figcaption></figure><ul><li>${LONG}</ul><p>${LONG}</p>`,
      ["repeated 2"],
    ],
    ["the title", "<p>港の整備に三億円をかける計画</p>", ["repeated 1"]],
  ])("%s", (_name, inside, left) => {
    expect(read(inside).left).toEqual(left);
  });

  it.each<[name: string, inside: string]>([
    [
      "an answer that is given twice",
      `<p>問　市長は知っていたか。</p><p>${LONG}</p><p>問　助役は。</p><p>${LONG}</p>`,
    ],
    [
      "a short caption",
      '<figure><img src=a alt=""><figcaption>港の灯台</figcaption></figure><p>港の灯台</p>',
    ],
    [
      "cells of a table",
      `<figure><img src=a alt="x"><figcaption>${LONG}</figcaption></figure><table><tr><td>${LONG}<td>一</table>`,
    ],
  ])("but not %s", (_name, inside) => {
    expect(read(inside).left).toEqual([]);
  });
});
