"use client";

import { Button, Group, Modal, Text, Textarea } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { useFieldText } from "#components/claim/use-field-text.ts";
import { useLiveArticle } from "./live-article.tsx";
import type { LostClaim } from "./lost-claims.ts";
import { useBringBack } from "./use-bring-back.ts";
import { useFieldName } from "./use-field-name.ts";

const NONE: readonly LostClaim[] = [];

/** Asks what is to become of a claim that somebody deleted under this person's hands. */
export function LostClaimDialog() {
  const { lostClaims } = useLiveArticle();
  const [lost] = useSyncExternalStore(lostClaims.subscribe, lostClaims.get, () => NONE);
  return lost ? <Question key={lost.claim.id} lost={lost} /> : null;
}

function Question({ lost: { claim, by, unsaved } }: { lost: LostClaim }) {
  const t = useTranslations("live.lost");
  const tHistory = useTranslations("history");
  const { lostClaims } = useLiveArticle();
  const bringBack = useBringBack();
  const errorMessage = useErrorMessage();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const letGo = () => lostClaims.settle(claim.id);
  const restore = async () => {
    setBusy(true);
    try {
      await bringBack(claim.id);
      letGo();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={letGo} withCloseButton={false} title={t("title", { number: claim.number })}>
      <Text size="sm">
        {t("body", { name: by?.name ?? tHistory("somebody"), quote: claim.anchor.exact })}
      </Text>
      {unsaved.length > 0 && <Unsaved texts={unsaved} />}
      {error !== null && (
        <Text size="sm" c="red" mt="sm" role="alert">
          {errorMessage(error)}
        </Text>
      )}
      <Group justify="end" mt="lg">
        <Button variant="default" onClick={letGo}>
          {t("letGo")}
        </Button>
        {claim.abilities.delete && (
          <Button onClick={restore} loading={isBusy} data-autofocus>
            {t("bringBack")}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/** What was written and not saved: kept when the claim comes back, and to be copied when it does not. */
function Unsaved({ texts }: { texts: LostClaim["unsaved"] }) {
  const t = useTranslations("live.lost");
  const fieldName = useFieldName();
  const textOf = useFieldText();
  const clipboard = useClipboard({ timeout: 3000 });
  const lines = texts.map(({ field, value }) => `${fieldName(field) ?? field}: ${textOf(field, value)}`);
  return (
    <>
      <Textarea readOnly autosize maxRows={8} mt="md" label={t("unsaved")} value={lines.join("\n")} />
      <Button mt="xs" size="compact-sm" variant="default" onClick={() => clipboard.copy(lines.join("\n"))}>
        {t(clipboard.copied ? "copied" : "copy")}
      </Button>
    </>
  );
}
