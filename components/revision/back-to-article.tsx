import { IconArrowLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import classes from "./versions.module.css";

/** The way back to the article, by its name. */
export function BackToArticle({ articleId, title }: { articleId: string; title: string }) {
  const t = useTranslations("versions");
  return (
    <Link
      href={`/articles/${articleId}`}
      className={classes.back}
      title={title}
      aria-label={t("back", { title })}
    >
      <IconArrowLeft size={16} aria-hidden />
      <span>{title}</span>
    </Link>
  );
}
