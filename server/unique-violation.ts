import { Prisma } from "#prisma/generated/client.ts";

/** True for the error of a row that a unique constraint refused: somebody else was faster. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
