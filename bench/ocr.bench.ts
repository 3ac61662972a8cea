import { englishArticle } from "#prisma/demo/english-article.ts";
import { japaneseArticle } from "#prisma/demo/japanese-article.ts";
import type { BenchRow } from "./bench.ts";
import { characterErrors } from "./ocr/character-errors.ts";
import { type DrawnPage, drawPages, type PageSetting } from "./ocr/pages.ts";
import { ours, theProgram } from "./ocr/readers.ts";
import { launch } from "./reader/launch.ts";

const SETTINGS: readonly Pick<PageSetting, "language" | "direction">[] = [
  { language: "ja", direction: "across" },
  { language: "ja", direction: "down" },
  { language: "en", direction: "across" },
];

/**
 * How many characters a machine misreads on pages made of the demo articles, at three resolutions, straight and turned by 2°;
 * the `tesseract` program reads the very same pictures, where it is installed.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const browser = await launch();
  try {
    for (const setting of SETTINGS)
      for (const dpi of [150, 200, 300])
        for (const turned of [0, 2]) {
          const article = setting.language === "ja" ? japaneseArticle : englishArticle;
          const pages = await drawPages(browser, article, { ...setting, dpi, turned });
          rows.push(...(await measured(pages, { ...setting, dpi, turned })));
        }
  } finally {
    await browser.close();
  }
  return rows;
}

async function measured(pages: readonly DrawnPage[], setting: PageSetting): Promise<BenchRow[]> {
  const { language, direction, dpi, turned } = setting;
  const name = `${language} ${direction}, ${dpi} dpi, ${turned}°`;
  const right = pages.map(({ text }) => text).join("\n");
  const begin = performance.now();
  const own = characterErrors(await ours(pages, setting), right);
  const perPage = (performance.now() - begin) / pages.length;
  const theirText = await theProgram(pages, setting);
  const theirs = theirText === null ? null : characterErrors(theirText, right);
  const row = (subject: string, metric: string, value: number, unit: string): BenchRow => ({
    bench: "read by machine",
    case: name,
    subject,
    metric,
    value,
    unit,
  });
  return [
    {
      ...row("ours", "characters wrong", own.percent, "%"),
      ...(theirs && theirs.percent > 0 && { ratio: own.percent / theirs.percent }),
    },
    row("ours", "digits wrong", own.digits, "places"),
    row("ours", "a page", perPage, "ms"),
    ...(theirs ? [row("tesseract", "characters wrong", theirs.percent, "%")] : []),
  ];
}
