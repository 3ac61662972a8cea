import { issueSchema } from "#contract/error.ts";
import { failureOf } from "./failure.ts";

/** The server's own sentence for each field that `isField` knows and the server refused; empty for any other failure. */
export function refusedFields<Field extends string>(
  error: unknown,
  isField: (name: string) => name is Field,
): Partial<Record<Field, string>> {
  const failure = failureOf(error);
  if (failure.kind !== "refused" || failure.code !== "INVALID_INPUT") return {};
  const issues = issueSchema.array().safeParse((failure.data as { issues?: unknown } | null)?.issues);
  const sentences: Partial<Record<Field, string>> = {};
  for (const { path, message } of issues.data ?? []) {
    const [name = ""] = path.split(".");
    if (isField(name)) sentences[name] = message;
  }
  return sentences;
}
