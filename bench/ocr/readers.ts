import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReadPage } from "#formats/machine-reading/page.ts";
import { readArticle } from "#formats/machine-reading/read-article.ts";
import { readAside } from "#server/machine-reading/read-aside.ts";
import type { DrawnPage, PageSetting } from "./pages.ts";

/** What we make of pages: the text of the article that would come in, page numbers left out. */
export async function ours(pages: readonly DrawnPage[], setting: PageSetting): Promise<string> {
  const { direction, language } = setting;
  const texts: string[] = [];
  for (const { png } of pages) {
    const read: ReadPage[] = [];
    for await (const step of readAside({ bytes: new Uint8Array(png), direction, language }))
      if (step.type === "page") read.push(step.read);
    texts.push(...readArticle(read, direction).blocks.map(({ text }) => text));
  }
  return texts.join("\n");
}

/** What the `tesseract` program prints of the same pictures, told language and direction as its users tell it; null without it. */
export async function theProgram(
  pages: readonly DrawnPage[],
  { direction, language }: PageSetting,
): Promise<string | null> {
  const trained = language === "en" ? "eng" : direction === "down" ? "jpn_vert" : "jpn";
  // 3 finds the parts of a page by itself, 5 is one block of lines that run down.
  const mode = trained === "jpn_vert" ? "5" : "3";
  const folder = mkdtempSync(path.join(tmpdir(), "uratori-bench-"));
  try {
    return pages
      .map(({ png }, index) => {
        const file = path.join(folder, `${index}.png`);
        writeFileSync(file, png);
        return execFileSync("tesseract", [file, "-", "-l", trained, "--psm", mode], {
          encoding: "utf8",
          stdio: ["ignore", "pipe", "ignore"],
        });
      })
      .join("\n");
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
