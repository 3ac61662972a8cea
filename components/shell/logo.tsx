import Link from "next/link";
import { useTranslations } from "next-intl";
import classes from "./shell.module.css";

/** 裏取り with its middle character in the proof-reader's red, in both languages: it is a mark, not a word. */
export function Logo() {
  const t = useTranslations("common");
  return (
    <Link href="/articles" className={classes.logo} aria-label={t("product")}>
      <span lang="ja" aria-hidden>
        裏<b>取</b>り
      </span>
    </Link>
  );
}
