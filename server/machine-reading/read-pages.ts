import type { ReadingDirection, ReadingLanguage } from "#domain/machine-reading.ts";
import { greyOf, inkOf } from "#formats/machine-reading/bitmap.ts";
import type { ReadPage, ReadRegion } from "#formats/machine-reading/page.ts";
import { reduced } from "#formats/machine-reading/reduce.ts";
import { regionsOf } from "#formats/machine-reading/regions.ts";
import { skewOf } from "#formats/machine-reading/skew.ts";
import { type PagePictures, pagePictures, shownPicture, straightened } from "./page-pictures.ts";
import { openRecogniser, type Recogniser } from "./recognise.ts";

/** A file to be read by machine: a PDF, or a picture of one page. */
export interface ReadingJob {
  bytes: Uint8Array;
  direction: ReadingDirection;
  language: ReadingLanguage;
}

/** What comes of it, one after another: how many pages there are, how much of one is read (0 to 1), and each page. */
export type ReadingStep =
  | { type: "count"; count: number }
  | { type: "progress"; page: number; part: number }
  | {
      type: "page";
      page: number;
      read: ReadPage;
      picture: Uint8Array;
      shown: { width: number; height: number };
    };

/** The skew shows in a small picture as well. */
const SKEW_FACTOR = 2;

/**
 * Reads every page of a file. Runs in a process of its own.
 *
 * @throws ReadingFailed where the file can't be opened
 */
export async function readPages(
  { bytes, direction, language }: ReadingJob,
  tell: (step: ReadingStep) => void,
): Promise<void> {
  const pictures = await pagePictures(bytes);
  tell({ type: "count", count: pictures.count });
  const now = { page: 1, region: 0, regions: 1 };
  const machine = await openRecogniser(language, direction, (part) =>
    tell({ type: "progress", page: now.page, part: (now.region + part) / now.regions }),
  );
  try {
    for (now.page = 1; now.page <= pictures.count; now.page += 1)
      tell(await readPage(pictures, machine, direction, now));
  } finally {
    await machine.close();
    await pictures.close();
  }
}

async function readPage(
  pictures: PagePictures,
  machine: Recogniser,
  direction: ReadingDirection,
  now: { page: number; region: number; regions: number },
): Promise<ReadingStep> {
  const drawn = await pictures.draw(now.page);
  const skew = skewOf(reduced(inkOf(greyIn(drawn)), SKEW_FACTOR), direction);
  const straight = straightened(drawn, skew);
  const grey = greyIn(straight);
  const ink = inkOf(grey);
  const boxes = regionsOf(ink, direction);
  now.regions = Math.max(1, boxes.length);
  const regions: ReadRegion[] = [];
  for (now.region = 0; now.region < boxes.length; now.region += 1) {
    const box = boxes[now.region];
    const region = box && (await machine.read(grey, ink, box));
    if (region) regions.push(region);
  }
  const read = { width: grey.width, height: grey.height, regions };
  const { picture, ...shown } = await shownPicture(straight);
  return { type: "page", page: now.page, read, picture, shown };
}

function greyIn(canvas: Awaited<ReturnType<PagePictures["draw"]>>) {
  const { width, height } = canvas;
  return greyOf(width, height, canvas.getContext("2d").getImageData(0, 0, width, height).data);
}
