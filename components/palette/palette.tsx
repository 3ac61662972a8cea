"use client";

import { Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { PaletteAction } from "./actions.tsx";
import { closePalette, returnFocus, usePaletteOpened } from "./opened.ts";
import classes from "./palette.module.css";
import { PaletteList } from "./palette-list.tsx";
import { usePaletteKey } from "./use-palette-key.ts";

/** Everything that can be done from here, found by typing. */
export function Palette() {
  const t = useTranslations("palette");
  const isOpened = usePaletteOpened();
  const chosen = useRef<PaletteAction | null>(null);
  usePaletteKey();

  const choose = (action: PaletteAction) => {
    chosen.current = action;
    closePalette();
  };
  // The keyboard goes back first, so that an action which moves it on has the last word.
  const finish = () => {
    returnFocus();
    chosen.current?.run();
    chosen.current = null;
  };
  return (
    <Modal
      opened={isOpened}
      onClose={closePalette}
      onExitTransitionEnd={finish}
      returnFocus={false}
      centered={false}
      withCloseButton={false}
      padding={0}
      size={600}
      yOffset="12vh"
      transitionProps={{ transition: "fade-down", duration: 120 }}
      classNames={{ content: classes.content ?? "", body: classes.body ?? "" }}
      // On the dialogue itself: what Modal is given goes to the element around it.
      attributes={{ content: { "aria-label": t("title") } }}
    >
      <PaletteList onChoose={choose} />
    </Modal>
  );
}
