"use client";

import { useSyncExternalStore } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Listeners } from "#components/ui/listeners.ts";
import { useWorkbench } from "./workbench-context.tsx";

/** What is asked before something is done that another person would feel. */
export interface Question {
  title: string;
  body: string;
  submit: string;
  onSubmit: () => void;
}

/** The one question that is open on the page, or none. */
export class Questions {
  #open: Question | null = null;
  readonly #listeners = new Listeners();

  get = (): Question | null => this.#open;

  readonly subscribe = this.#listeners.subscribe;

  ask(question: Question): void {
    this.#set(question);
  }

  close(): void {
    this.#set(null);
  }

  #set(question: Question | null): void {
    this.#open = question;
    this.#listeners.tell();
  }
}

export function QuestionDialog() {
  const { questions } = useWorkbench();
  const question = useSyncExternalStore(questions.subscribe, questions.get, questions.get);
  const submit = () => {
    questions.close();
    question?.onSubmit();
  };
  return (
    <ConfirmDialog
      opened={question !== null}
      title={question?.title ?? ""}
      body={question?.body ?? ""}
      submit={question?.submit ?? ""}
      busy={false}
      onSubmit={submit}
      onClose={() => questions.close()}
    />
  );
}
