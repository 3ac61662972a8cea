import type { ZodType } from "zod";
import type { Letter, LetterStorage } from "./outbox.ts";

/**
 * Letters in this browser, one entry each, so that two windows of one article do not overwrite each other's. What can't
 * be read, or is from another version of the product, is left out.
 */
export function storedLetters<Kind extends Letter>(
  prefix: string,
  schema: ZodType<Kind>,
  storageNow: () => Storage | null,
): LetterStorage<Kind> {
  return {
    read: () => {
      const storage = storageNow();
      const keys = quietly(() => Object.keys(storage ?? {}), []).filter((key) => key.startsWith(prefix));
      return keys.flatMap((key) => {
        const parsed = schema.safeParse(
          quietly((): unknown => JSON.parse(storage?.getItem(key) ?? ""), null),
        );
        return parsed.success ? [parsed.data] : [];
      });
    },
    write: (letter) =>
      quietly(() => storageNow()?.setItem(`${prefix}${letter.key}`, JSON.stringify(letter)), undefined),
    remove: (key) => quietly(() => storageNow()?.removeItem(`${prefix}${key}`), undefined),
  };
}

/** A full disk or a private window must not stop the work. */
function quietly<Result>(run: () => Result, otherwise: Result): Result {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
