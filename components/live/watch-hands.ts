import { IDLE_AFTER_MS } from "#domain/presence.ts";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"] as const;

/** Tells when the person takes their hands off the page, or looks elsewhere, and when they are back. */
export function watchIdle(onChange: (idle: boolean) => void): () => void {
  const watch = new AbortController();
  const options = { signal: watch.signal, capture: true, passive: true };
  let timer: ReturnType<typeof setTimeout>;
  let isIdle = false;
  const become = (idle: boolean) => {
    if (idle === isIdle) return;
    isIdle = idle;
    onChange(idle);
  };
  const onSign = () => {
    clearTimeout(timer);
    timer = setTimeout(() => become(true), IDLE_AFTER_MS);
    become(false);
  };
  const onVisibility = () => (document.visibilityState === "hidden" ? become(true) : onSign());
  for (const sign of SIGNS) window.addEventListener(sign, onSign, options);
  document.addEventListener("visibilitychange", onVisibility, options);
  onVisibility();
  return () => {
    clearTimeout(timer);
    watch.abort();
  };
}

/** Tells which of a claim's fields has the focus: the one named by the nearest `data-field` on the desk. */
export function watchField(onChange: (field: string | null) => void): () => void {
  const watch = new AbortController();
  const options = { signal: watch.signal };
  const look = (target: EventTarget | null) => {
    const field =
      target instanceof Element ? target.closest<HTMLElement>("[data-claim-panel] [data-field]") : null;
    onChange(field?.dataset.field ?? null);
  };
  document.addEventListener("focusin", ({ target }) => look(target), options);
  // Where the focus goes to nothing, no focusin follows.
  document.addEventListener("focusout", ({ relatedTarget }) => look(relatedTarget), options);
  look(document.activeElement);
  return () => watch.abort();
}
