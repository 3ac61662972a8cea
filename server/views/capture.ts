import type { Capture, CaptureSummary } from "#domain/capture.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const captureSummarySelect = {
  id: true,
  url: true,
  finalUrl: true,
  fetchedAt: true,
  sha256: true,
} satisfies Prisma.CaptureSelect;

/** All but the bytes. */
export const captureSelect = {
  ...captureSummarySelect,
  status: true,
  mediaType: true,
  headers: true,
  fetchedBy: { select: memberSummarySelect },
} satisfies Prisma.CaptureSelect;

type CaptureSummaryRow = Prisma.CaptureGetPayload<{ select: typeof captureSummarySelect }>;
type CaptureRow = Prisma.CaptureGetPayload<{ select: typeof captureSelect }>;

export const captureSummaryView = ({
  id,
  url,
  finalUrl,
  fetchedAt,
  sha256,
}: CaptureSummaryRow): CaptureSummary => ({ id, url, finalUrl, fetchedAt: fetchedAt.toISOString(), sha256 });

/** @param size of its bytes, which are not read for it */
export const captureView = (row: CaptureRow, size: number): Capture => ({
  ...captureSummaryView(row),
  status: row.status,
  mediaType: row.mediaType,
  // Only `insertCapture` writes the column, and it writes texts by name.
  headers: row.headers as Record<string, string>,
  size,
  fetchedBy: row.fetchedBy && memberSummaryView(row.fetchedBy),
});
