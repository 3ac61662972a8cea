"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFieldText } from "#components/claim/use-field-text.ts";
import { isNamedField } from "#components/history/named-field.ts";
import type { Deed, DeedOf } from "#components/queue/deed.ts";
import { commentText } from "#editor/comment-text.ts";
import { parseComment } from "#editor/parse-comment.ts";

export interface DeedWords {
  /** What was wanted, as a short phrase. */
  what: (deed: Deed) => string;
  /** The words a person wrote or chose in it, to be read and copied; empty where there are none. */
  text: (deed: Deed) => string;
}

/** A deed in words, for a person who has to decide on it or wants to keep what they wrote. */
export function useDeedWords(): DeedWords {
  const t = useTranslations("unsent.deeds");
  const tEvidence = useTranslations("evidence");
  const tReason = useTranslations("workbench.reasons");
  const tField = useTranslations("history.fields");
  const textOf = useFieldText();
  return useMemo(() => {
    const evidence = ({ stance, primary, quote, locator, note }: DeedOf<"updateEvidence">["detail"]) => [
      `${tEvidence(`stances.${stance}`)} ・ ${tEvidence(primary ? "primary" : "secondary")}`,
      quote,
      locator && tEvidence("locatorIs", { locator }),
      note,
    ];
    const lines = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join("\n");
    return {
      what: (deed) =>
        deed.kind === "setField"
          ? t("setField", { field: isNamedField(deed.field) ? tField(deed.field) : deed.field })
          : t(deed.kind),
      text: (deed) => {
        switch (deed.kind) {
          case "setField":
            return textOf(deed.field, deed.value);
          case "moveClaim":
            return "exact" in deed.target ? deed.target.exact : "";
          case "dismissBullet":
            return tReason(deed.reason);
          case "addEvidence": {
            const { source } = deed.draft;
            return lines([
              "title" in source ? source.title : "",
              "url" in source ? source.url : "",
              ...evidence(deed.draft),
            ]);
          }
          case "updateEvidence":
            return lines(evidence(deed.detail));
          case "openThread":
          case "replyToThread":
          case "editComment":
            return wordsOf(deed.body);
          default:
            return "";
        }
      },
    };
  }, [t, tEvidence, tReason, tField, textOf]);
}

function wordsOf(body: DeedOf<"replyToThread">["body"]): string {
  if (typeof body === "string") return body;
  const parsed = parseComment(body);
  return parsed.ok ? commentText(parsed.comment) : "";
}
