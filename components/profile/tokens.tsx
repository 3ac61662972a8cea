"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { orpc } from "#components/api/client.ts";
import { FailureNotice } from "#components/ui/failure-notice.tsx";
import { API_PREFIX } from "#contract/api.ts";
import type { AccessToken } from "#domain/access-token.ts";
import { NewToken } from "./new-token.tsx";
import classes from "./profile.module.css";
import { TokenRow } from "./token-row.tsx";

/** The member's personal tokens; `first` is what the server knew when the page was made. */
export function Tokens({ first }: { first: AccessToken[] }) {
  const t = useTranslations("profile.tokens");
  const query = useQuery(orpc.profile.tokens.queryOptions({ initialData: { items: first } }));
  return (
    <>
      <a href={`${API_PREFIX}/docs`} className={classes.docs}>
        {t("docs")}
      </a>
      <NewToken />
      {query.error ? (
        <FailureNotice title={t("failed")} error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {query.data.items.length === 0 ? (
        <p className={classes.empty}>{t("empty")}</p>
      ) : (
        <ul className={classes.tokens} aria-label={t("title")}>
          {query.data.items.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </>
  );
}
