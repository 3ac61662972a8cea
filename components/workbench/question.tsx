"use client";

import { useSyncExternalStore } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
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
  readonly #listeners = new Set<() => void>();

  get = (): Question | null => this.#open;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  ask(question: Question): void {
    this.#set(question);
  }

  close(): void {
    this.#set(null);
  }

  #set(question: Question | null): void {
    this.#open = question;
    for (const listener of this.#listeners) listener();
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
