import type { ClaimReviewCode } from "./claim-review-codes.ts";

/** Where one rule found something wrong, with the path inside the review. */
export interface Found {
  code: ClaimReviewCode;
  path: string;
}

export const found = (code: ClaimReviewCode, path: string): Found => ({ code, path });
