"use client";

import { Kbd, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import classes from "./key-sheet.module.css";

interface KeySheetProps {
  opened: boolean;
  onClose: () => void;
  title: string;
  groups: readonly { name: string; keys: readonly { name: string; caps: readonly string[] }[] }[];
  notes: readonly string[];
}

/** The keys of a page, in groups, with what is to be known about them below. */
export function KeySheet({ opened, onClose, title, groups, notes }: KeySheetProps) {
  const t = useTranslations("keys");
  return (
    <Modal.Root opened={opened} onClose={onClose} size="lg" centered>
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content>
        <Modal.Body>
          {/* No Modal.Header: it is a <header>, and the page has one already. */}
          <div className={classes.head}>
            <Modal.Title>{title}</Modal.Title>
            <Modal.CloseButton aria-label={t("closeHelp")} />
          </div>
          <div className={classes.groups}>
            {groups.map((group) => (
              <section key={group.name}>
                <h3 className={classes.group}>{group.name}</h3>
                <dl className={classes.keys}>
                  {group.keys.map((key) => (
                    <div key={key.name}>
                      <dt>{key.name}</dt>
                      <dd>
                        {key.caps.map((cap) => (
                          <Kbd key={cap}>{cap}</Kbd>
                        ))}
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          {notes.map((note) => (
            <p key={note} className={classes.note}>
              {note}
            </p>
          ))}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
