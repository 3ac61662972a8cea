"use client";

import { Kbd, Modal } from "@mantine/core";
import { useOs } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { KEY_GROUPS, KEY_MAP, keycapsOf } from "./keys.ts";
import classes from "./workbench.module.css";

/** All keys, from the same map that the handler obeys. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("keys");
  const os = useOs();
  const isMac = os === "macos" || os === "ios";
  return (
    <Modal.Root opened={opened} onClose={onClose} size="lg" centered>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <Modal.Body>
          {/* No Modal.Header: it is a <header>, and the page has one already. */}
          <div className={classes.keyHead}>
            <Modal.Title>{t("title")}</Modal.Title>
            <Modal.CloseButton aria-label={t("closeHelp")} />
          </div>
          <div className={classes.keyGroups}>
            {KEY_GROUPS.map((group) => (
              <section key={group}>
                <h3 className={classes.keyGroup}>{t(`groups.${group}`)}</h3>
                <dl className={classes.keys}>
                  {KEY_MAP.filter((binding) => binding.group === group).map((binding) => (
                    <div key={binding.action}>
                      <dt>{t(`actions.${binding.action}`)}</dt>
                      <dd>
                        {keycapsOf(binding, isMac).map((cap) => (
                          <Kbd key={cap}>{cap}</Kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <p className={classes.keyNote}>{t("caretNote")}</p>
          <p className={classes.keyNote}>{t("silentNote")}</p>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
