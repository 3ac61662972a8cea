import { z } from "zod";

/**
 * Why a sign-in at the identity provider let nobody in, one sentence each in `messages/<locale>/sign-in.json`. Whoever
 * reads it has proven to the provider who they are, so it may say what is wrong with their account.
 */
export const SSO_PROBLEMS = [
  "noEmail", // the provider sends no address, so no account or invitation can be found
  "unverified", // it sends one, and does not say that it belongs to the person
  "stranger", // nobody here has that address, and no invitation waits for it
  "otherPerson", // the account with that address belongs to another person of the provider
  "closed", // an admin closed the account
  "noGroup", // roles follow groups, and none of the person's gives one
  "cancelled", // the person, or the provider, said no
  "expired", // begun in another browser, or too long ago, or another was begun since
  "unreachable", // the provider did not answer
  "failed", // anything else; the log knows what
] as const;
export const ssoProblemSchema = z.enum(SSO_PROBLEMS);
export type SsoProblem = z.infer<typeof ssoProblemSchema>;
