import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LineBanner } from "#components/live/line-banner.tsx";
import { MAIN_ID } from "./main-id.ts";
import classes from "./shell.module.css";

interface PageProps {
  /** What the page puts into the bar, between the navigation and the member's menu. Rendered on the server too. */
  bar?: ReactNode;
  children: ReactNode;
}

/** An ordinary page: a column of readable width that scrolls with the window; `wide` for several columns. */
export function Page({ bar, wide, children }: PageProps & { wide?: boolean }) {
  return (
    <>
      <Bar>{bar}</Bar>
      <main id={MAIN_ID} tabIndex={-1} className={classes.page} data-wide={wide || undefined}>
        <div className={classes.banners}>
          <LineBanner />
        </div>
        {children}
      </main>
    </>
  );
}

/**
 * A page as wide as the window. It scrolls with the window, so that the browser keeps its place on reload. `hasOwnBanners`:
 * it says how the line stands in a place of its own; otherwise that is said over its top, as on every page.
 */
export function Room({ bar, children, hasOwnBanners }: PageProps & { hasOwnBanners?: boolean }) {
  return (
    <>
      <Bar>{bar}</Bar>
      <main id={MAIN_ID} tabIndex={-1} className={classes.room}>
        {!hasOwnBanners && (
          <div className={classes.banners}>
            <LineBanner />
          </div>
        )}
        {children}
      </main>
    </>
  );
}

function Bar({ children }: { children: ReactNode }) {
  const t = useTranslations("shell");
  if (!children) return <div className={classes.bar} />;
  return (
    <section aria-label={t("page")} className={classes.bar}>
      {children}
    </section>
  );
}
