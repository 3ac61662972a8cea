"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { Conflict } from "#components/claim/conflict.tsx";
import { FieldStatus } from "#components/claim/field-status.tsx";
import { useField } from "#components/claim/use-field.ts";
import { partProps } from "#components/workbench/panel-parts.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { type Rating, ratingOf } from "#domain/scale.ts";
import { RatingStamp } from "./stamp.tsx";
import classes from "./verdict.module.css";

/** The rating as it stands, and the article's scale to choose from, each step with what it means. */
export function RatingPicker({ claimId, isReadOnly }: { claimId: string; isReadOnly: boolean }) {
  const t = useTranslations("verdict");
  const locale = useLocale();
  const { scale } = useWorkbench();
  const field = useField(claimId, "rating");
  const rating = field.value === null ? null : ratingOf(scale, field.value);
  const offered = scale.ratings.filter(({ retired, key }) => !retired || key === field.value);
  if (isReadOnly) return <div className={classes.rating}>{<Chosen rating={rating} />}</div>;
  return (
    <>
      <Menu position="bottom-start" width="target" withinPortal menuItemTabIndex={0}>
        <Menu.Target>
          <UnstyledButton
            className={classes.rating}
            aria-label={t("choose", { rating: rating?.label[locale] ?? t("none") })}
            aria-keyshortcuts="v"
            data-opens
            {...partProps("verdict")}
          >
            <Chosen rating={rating} />
            <IconChevronDown size={16} aria-hidden className={classes.chevron} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={classes.choices}>
          <Menu.RadioGroup value={field.value} onChange={(key) => field.edit(key, "now")}>
            {offered.map((option) => (
              <Menu.RadioItem key={option.key} value={option.key} closeMenuOnClick className={classes.choice}>
                <span className={classes.option}>
                  <RatingStamp rating={option} />
                  <span>
                    <strong>{option.label[locale]}</strong>
                    <span className={classes.definition}>{option.definition[locale]}</span>
                  </span>
                </span>
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          {rating && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => field.edit(null, "now")}>{t("takeBack")}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      <FieldStatus phase={field.state.phase} />
      {field.state.phase.name === "conflict" && (
        <Conflict claimId={claimId} name="rating" label={t("rating")} />
      )}
    </>
  );
}

function Chosen({ rating }: { rating: Rating | null }) {
  const t = useTranslations("verdict");
  const locale = useLocale();
  if (!rating) return <span className={classes.none}>{t("none")}</span>;
  return (
    <>
      <RatingStamp rating={rating} />
      <span>
        <strong>{rating.label[locale]}</strong>
        <span className={classes.definition}>{rating.definition[locale]}</span>
      </span>
    </>
  );
}
