"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { failureOf } from "#components/api/failure.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";

/** What of a refusal's data says more than its sentence. */
const detailSchema = z.object({
  status: z.number().optional().catch(undefined),
  reason: z
    .enum([
      "scheme",
      "credentials",
      "port",
      "private",
      "downgrade",
      "name",
      "connection",
      "certificate",
      "redirects",
      "encoding",
      "protocol",
    ])
    .optional()
    .catch(undefined),
});

/** Why nothing came from an address, in words; null where there is no error. */
export function useFetchProblem(error: unknown): string | null {
  const t = useTranslations("import.address");
  const errorMessage = useErrorMessage();
  if (!error) return null;
  const sentence = errorMessage(error);
  const failure = failureOf(error);
  if (failure.kind !== "refused" || !failure.code.startsWith("FETCH_")) return sentence;
  const { status, reason } = detailSchema.parse(failure.data ?? {});
  if (status !== undefined) return t("because", { sentence, detail: t("status", { status }) });
  return reason ? t("because", { sentence, detail: t(`reasons.${reason}`) }) : sentence;
}
