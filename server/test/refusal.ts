import { Refusal } from "#domain/error.ts";

/** The refusal that `work` ends in; fails the test where it succeeds or breaks in another way. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const result = await work.catch((error: unknown) => error);
  if (result instanceof Refusal) return result;
  throw new Error("It was not refused", { cause: result });
}
