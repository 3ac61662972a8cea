import { createRequire } from "node:module";
import path from "node:path";
import { createWorker, type Page, PSM, type Worker } from "tesseract.js";
import type { ReadingDirection, ReadingLanguage } from "#domain/machine-reading.ts";
import {
  cutOut,
  type GreyPicture,
  type InkPicture,
  type PixelBox,
  pgmOf,
} from "#formats/machine-reading/bitmap.ts";
import { widestGap } from "#formats/machine-reading/gaps.ts";
import type { PageBox, ReadLine, ReadRegion, ReadSymbol } from "#formats/machine-reading/page.ts";

/** Paper around a part of a page, in pixels: letters that touch the edge are misread. */
const MARGIN = 24;

/** Which trained data reads what; they come with npm and nothing is fetched. */
const DATA = { ja: { across: "jpn", down: "jpn_vert" }, en: { across: "eng", down: "eng" } } as const;

/** A machine that reads parts of pages. */
export interface Recogniser {
  /** The lines in `box` of a page, in the order of reading; boxes are parts of the whole page. */
  read: (page: GreyPicture, ink: InkPicture, box: PixelBox) => Promise<ReadRegion | null>;
  close: () => Promise<unknown>;
}

/** @param onProgress is told how much of the part that is being read is done, from 0 to 1 */
export async function openRecogniser(
  language: ReadingLanguage,
  direction: ReadingDirection,
  onProgress: (part: number) => void,
): Promise<Recogniser> {
  const code = DATA[language][direction];
  const data = createRequire(import.meta.url).resolve(`@tesseract.js-data/${code}/package.json`);
  const worker = await createWorker(code, 1, {
    langPath: path.join(path.dirname(data), "4.0.0_best_int"),
    gzip: true,
    cacheMethod: "none",
    logger: ({ status, progress }) => {
      if (status === "recognizing text") onProgress(progress);
    },
  });
  const isDown = direction === "down" && language === "ja";
  await worker.setParameters({
    tessedit_pageseg_mode: isDown ? PSM.SINGLE_BLOCK_VERT_TEXT : PSM.SINGLE_BLOCK,
    debug_file: "/dev/null",
  });
  return {
    read: async (page, ink, box) => regionOf(await pageOf(worker, page, box), ink, box, isDown),
    close: async () => await worker.terminate(),
  };
}

async function pageOf(worker: Worker, page: GreyPicture, box: PixelBox): Promise<Page> {
  const picture = Buffer.from(pgmOf(cutOut(page, box, MARGIN)));
  const { data } = await worker.recognize(picture, {}, { text: false, blocks: true });
  return data;
}

interface Corners {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

function regionOf({ blocks }: Page, page: InkPicture, box: PixelBox, isDown: boolean): ReadRegion | null {
  const onPage = ({ x0, y0, x1, y1 }: Corners): PageBox => {
    const left = clamped((x0 - MARGIN + box.left) / page.width);
    const top = clamped((y0 - MARGIN + box.top) / page.height);
    const right = clamped((x1 - MARGIN + box.left) / page.width);
    const bottom = clamped((y1 - MARGIN + box.top) / page.height);
    return { x: left, y: top, width: right - left, height: bottom - top };
  };
  const lines = (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines: all }) =>
      all.flatMap(({ words, bbox }): ReadLine[] => {
        const symbols = words.flatMap(({ symbols: each }) =>
          each.map(
            ({ text, confidence, bbox: at }, index): ReadSymbol => ({
              text,
              confidence,
              box: onPage(at),
              isApart: index === 0,
              gap: 0,
            }),
          ),
        );
        const line = { symbols, box: onPage(bbox) };
        return symbols.length > 0 ? [withGaps(isDown ? evenly(line) : line, page, isDown)] : [];
      }),
    ),
  );
  const whole = {
    x0: MARGIN,
    y0: MARGIN,
    x1: MARGIN + box.right - box.left,
    y1: MARGIN + box.bottom - box.top,
  };
  return lines.length > 0 ? { box: onPage(whole), lines } : null;
}

/** Of lines that run down the machine says no place of a character within them: each has a square of its own. */
function evenly({ symbols, box }: ReadLine): ReadLine {
  const height = box.height / symbols.length;
  return {
    symbols: symbols.map((symbol, index) => ({
      ...symbol,
      box: { ...box, y: box.y + index * height, height },
    })),
    box,
  };
}

/** A line with how much paper there is before each of its characters: the machine says nothing of that. */
function withGaps({ symbols, box }: ReadLine, page: InkPicture, isDown: boolean): ReadLine {
  const inPixels = ({ x, y, width, height }: PageBox): PixelBox => ({
    left: Math.floor(x * page.width),
    top: Math.floor(y * page.height),
    right: Math.ceil((x + width) * page.width),
    bottom: Math.ceil((y + height) * page.height),
  });
  const line = inPixels(box);
  return {
    box,
    symbols: symbols.map((symbol, index) => {
      const before = symbols[index - 1];
      if (!before) return symbol;
      const [first, last] = [inPixels(before.box), inPixels(symbol.box)];
      const part = isDown
        ? { ...line, top: first.top, bottom: Math.max(first.top, last.bottom) }
        : { ...line, left: first.left, right: Math.max(first.left, last.right) };
      return { ...symbol, gap: widestGap(page, part, isDown) / (isDown ? page.height : page.width) };
    }),
  };
}

const clamped = (part: number): number => Math.min(1, Math.max(0, part));
