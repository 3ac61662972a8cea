import { z } from "zod";
import { failureOf } from "#components/api/failure.ts";

const dataSchema = z.object({ retryAfter: z.number() });

/** Seconds that a refusal asks to wait; 0 for every other failure. */
export function retryAfterOf(error: unknown): number {
  const failure = failureOf(error);
  if (failure.kind !== "refused" || failure.code !== "TOO_MANY_REQUESTS") return 0;
  return dataSchema.safeParse(failure.data).data?.retryAfter ?? 0;
}
