import { z } from "zod";

/** Why a bullet needs no claim. A dismissed bullet counts as covered. */
export const DISMISSAL_REASONS = ["opinion", "not_checkable", "duplicate"] as const;
export const dismissalReasonSchema = z.enum(DISMISSAL_REASONS);
export type DismissalReason = z.infer<typeof dismissalReasonSchema>;
