import { at, lines, pdfFile } from "#formats/samples/pdf.ts";
import type { Sample } from "./files.ts";
import { ENGLISH, JAPANESE } from "./prose.ts";

const TOP = 740;

/** Lines of at most so many characters; English ones break between words. */
function wrapped(text: string, most: number): string[] {
  if (!text.includes(" "))
    return Array.from({ length: Math.ceil(text.length / most) }, (_, row) =>
      text.slice(row * most, row * most + most),
    );
  const found: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > most) {
      found.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...found, line];
}

const parts = (sentences: readonly string[], count: number, glue: string): string[] => {
  const size = Math.ceil(sentences.length / count);
  return Array.from({ length: count }, (_, index) =>
    sentences.slice(index * size, index * size + size).join(glue),
  );
};

const page = (name: string, draws: readonly string[], paragraphs: readonly string[]): Sample => ({
  name,
  bytes: pdfFile({ pages: draws }),
  expected: paragraphs.join("\n"),
  beside: null,
});

/** `count` columns side by side. */
function across(name: string, count: number, isJapanese: boolean, y = TOP): Sample {
  const texts = isJapanese ? parts(JAPANESE, count, "") : parts(ENGLISH, count, " ");
  const step = 520 / count;
  const size = count > 2 ? 8 : 10;
  const most = Math.floor((step - 14) / (isJapanese ? size : size * 0.52));
  const draw = texts.map((text, column) =>
    lines(40 + column * step, y, size, wrapped(text, most), isJapanese ? "J" : "L"),
  );
  return page(name, [draw.join("")], texts);
}

/** Columns whose lines were drawn row by row over the whole page, as some programs do. */
function rowByRow(): Sample {
  const texts = parts(ENGLISH, 2, " ");
  const columns = texts.map((text) => wrapped(text, 46));
  const rows = Array.from({ length: Math.max(...columns.map(({ length }) => length)) }, (_, row) =>
    columns.map((column, index) => at(40 + index * 270, TOP - row * 15, 10, column[row] ?? "")).join(""),
  );
  return page("two columns, drawn row by row", [rows.join("")], texts);
}

/** `count` rows of columns of vertical text, each letter drawn by itself or a column at a time. */
function down(name: string, count: number, byLetter: boolean): Sample {
  const texts = parts(JAPANESE.slice(0, 12), count, "");
  const step = 700 / count;
  const size = 10;
  const most = Math.floor((step - 24) / size);
  const draw = texts.map((text, row) =>
    wrapped(text, most)
      .map((line, column) => {
        const x = 550 - column * size * 1.7;
        const y = TOP - row * step;
        if (!byLetter) return at(x, y, size, line, "V");
        return [...line].map((letter, index) => at(x, y - index * size, size, letter, "J")).join("");
      })
      .join(""),
  );
  return page(name, [draw.join("")], texts);
}

const TABLE = [
  ["Ward", "Stalls", "Visitors"],
  ["North", "14", "3,120"],
  ["South", "9", "2,450"],
  ["East", "12", "2,980"],
  ["Quay", "7", "1,015"],
];
const rowsAt = (x: number, y: number): string =>
  TABLE.map((row, index) =>
    row.map((cell, column) => at(x + column * 70, y - index * 13, 9, cell)).join(""),
  ).join("");

function besideTable(): Sample {
  const [left = "", right = ""] = parts(ENGLISH, 2, " ");
  const draw =
    lines(40, TOP, 9, wrapped(left, 50)) +
    rowsAt(310, TOP) +
    at(310, TOP - 80, 9, "Table 1. Stalls and visitors by ward.") +
    lines(310, TOP - 110, 9, wrapped(right, 50));
  return page(
    "two columns, a table on top of the second",
    [draw],
    [left, ...TABLE.flat(), "Table 1. Stalls and visitors by ward.", right],
  );
}

function wideThenThree(): Sample {
  const first = ENGLISH.slice(0, 3).join(" ");
  const rest = parts(ENGLISH.slice(3), 3, " ");
  const draw =
    lines(40, TOP, 10, wrapped(first, 100)) +
    rest.map((text, column) => lines(40 + column * 175, TOP - 80, 8, wrapped(text, 38))).join("");
  return page("a wide paragraph over three columns", [draw], [first, ...rest]);
}

function withHeads(): Sample {
  const texts = parts(JAPANESE, 3, "");
  const draws = texts.map(
    (text, index) =>
      at(40, 775, 9, "港町広報　第四十五号", "J") +
      lines(40, TOP, 10, wrapped(text, 48), "J") +
      at(300, 30, 9, String(index + 8)),
  );
  return page("three pages with heads and numbers", draws, texts);
}

function withReferences(): Sample {
  const text = ENGLISH.slice(0, 8).join(" ");
  const rows = wrapped(text, 80);
  const draw = rows.map(
    (row, index) =>
      at(40, TOP - index * 16, 10, row) + at(42 + row.length * 5, TOP + 4 - index * 16, 6, `[${index + 1}]`),
  );
  return page("raised references at line ends", [draw.join("")], [text]);
}

/** Pages of prose in the layouts that papers, gazettes and leaflets have. */
export const PDF_PAGES: readonly Sample[] = [
  across("one column, English", 1, false),
  across("one column, Japanese", 1, true),
  across("two columns, English", 2, false),
  across("two columns, Japanese", 2, true),
  across("three columns, English", 3, false),
  across("three columns, Japanese", 3, true),
  across("four columns, English", 4, false),
  down("down, whole columns", 1, false),
  down("down, two rows of columns", 2, false),
  down("down, three rows of columns", 3, false),
  down("down, letter by letter", 1, true),
  down("down, letter by letter, two rows", 2, true),
  rowByRow(),
  besideTable(),
  wideThenThree(),
  withHeads(),
  withReferences(),
];
