import { expect, test } from "vitest";
import type { ParsedArticle } from "#domain/article-import.ts";
import { PICTURE_LIMITS, pictureMediaType } from "#domain/picture.ts";
import { withKeptPictures } from "./kept-pictures.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (length: number, last = 0) => {
  const bytes = new Uint8Array(length);
  bytes.set(PNG);
  bytes[length - 1] = last;
  return bytes;
};
const article = (pictures: Uint8Array[]): ParsedArticle => ({
  title: null,
  language: null,
  byline: null,
  publisher: null,
  url: null,
  publishedAt: null,
  blocks: pictures.map((_, picture) => ({
    kind: "figure",
    level: null,
    text: "図",
    details: { picture: { sha256: null, address: "https://a.example/p", alt: "絵" } },
    picture,
  })),
  pictures,
  notes: [{ what: "video", count: 1 }],
});

test.each([
  ["PNG", PNG, "image/png"],
  ["JPEG", [0xff, 0xd8, 0xff, 0xe0], "image/jpeg"],
  ["GIF", [..."GIF89a"].map((character) => character.charCodeAt(0)), "image/gif"],
  ["WebP", [..."RIFF1234WEBPVP8 "].map((character) => character.charCodeAt(0)), "image/webp"],
  ["SVG", [..."<svg xmlns="].map((character) => character.charCodeAt(0)), null],
  ["HTML", [..."<!doctype html>"].map((character) => character.charCodeAt(0)), null],
  ["a film in RIFF", [..."RIFF1234AVI LIST"].map((character) => character.charCodeAt(0)), null],
  ["nothing", [], null],
])("%s is known by its first bytes", (_name, bytes, mediaType) => {
  expect(pictureMediaType(new Uint8Array(bytes))).toBe(mediaType);
});

test("a figure names the picture that is kept for it, each once", () => {
  const { article: kept, pictures } = withKeptPictures(article([png(20), png(20), png(20, 1)]));
  expect(pictures.map(({ mediaType, bytes }) => [mediaType, bytes.length])).toEqual([
    ["image/png", 20],
    ["image/png", 20],
  ]);
  expect(kept.blocks.map(({ details }) => details?.picture?.sha256)).toEqual([
    pictures[0]?.sha256,
    pictures[0]?.sha256,
    pictures[1]?.sha256,
  ]);
  expect(kept.blocks[0]).not.toHaveProperty("picture");
  expect(kept.pictures).toEqual([]);
});

test("what may not be kept stays away, is noted, and leaves the figure its words", () => {
  const many = Array.from({ length: PICTURE_LIMITS.count + 2 }, (_, at) => png(20, at));
  const large = png(PICTURE_LIMITS.bytes + 1);
  const { article: kept, pictures } = withKeptPictures(article([large, new Uint8Array(9), ...many]));
  expect(pictures).toHaveLength(PICTURE_LIMITS.count);
  expect(kept.notes).toEqual([
    { what: "video", count: 1 },
    { what: "picture_too_large", count: 3 },
    { what: "picture_unsupported", count: 1 },
  ]);
  expect(kept.blocks[0]).toMatchObject({ text: "図", details: { picture: { sha256: null } } });
});

test("all together weigh no more than they may", () => {
  const heavy = Array.from({ length: 6 }, (_, at) => png(4 * 1024 * 1024, at));
  expect(withKeptPictures(article(heavy)).pictures).toHaveLength(5);
});
