import { dictionary } from "@zxcvbn-ts/language-common";
import { Refusal } from "#domain/error.ts";
import { weaknessOf } from "#domain/weak-password.ts";
import { publicOrigin } from "#server/auth/public-origin.ts";

const PRODUCT = ["uratori", "裏取り"];

/** Some 49,000 passwords that leaked and are used by many, in lower case. Made on first use: few processes set any. */
let common: ReadonlySet<string> | undefined;

const isCommon = (word: string): boolean => {
  common ??= new Set(dictionary["passwords-common"]);
  return common.has(word);
};

/**
 * Refuses a password that is guessed before any search begins. Asked wherever one is set.
 *
 * @throws Refusal PASSWORD_COMMON, PASSWORD_PERSONAL
 */
export function assertPassword(password: string, whose: { name: string; email: string }): void {
  const own = [...PRODUCT, new URL(publicOrigin()).hostname, whose.name, whose.email];
  const weakness = weaknessOf(password, { isCommon, own });
  if (weakness === "common") throw new Refusal("PASSWORD_COMMON");
  if (weakness === "personal") throw new Refusal("PASSWORD_PERSONAL");
}
