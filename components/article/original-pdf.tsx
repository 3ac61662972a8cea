"use client";

import { useTranslations } from "next-intl";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { useEffect, useRef, useState } from "react";
import { Busy } from "#components/ui/busy.tsx";
import classes from "./import-work.module.css";
import { openPdf } from "./open-pdf.ts";

/** Portrait of ISO 216: how a page is thought to be before its size is known. */
const LIKELY_RATIO = Math.SQRT2;

/** A PDF as its pages, of which those near the window are drawn. */
export function OriginalPdf({ file }: { file: Blob }) {
  const t = useTranslations("import.original");
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    let isGone = false;
    const opening = openPdf(file);
    setPdf(null);
    setFailed(false);
    opening.then(
      (opened) => !isGone && setPdf(opened),
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
      void opening.then((opened) => opened.loadingTask.destroy()).catch(() => undefined);
    };
  }, [file]);
  if (hasFailed) return <p role="alert">{t("failed")}</p>;
  if (!pdf) return <Busy label={t("opening")} />;
  const pages = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  return pages.map((number) => <PdfPage key={number} pdf={pdf} number={number} />);
}

function PdfPage({ pdf, number }: { pdf: PDFDocumentProxy; number: number }) {
  const t = useTranslations("import.original");
  const canvas = useRef<HTMLCanvasElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [ratio, setRatio] = useState(LIKELY_RATIO);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      root: element.closest("section"),
      rootMargin: "100% 0px",
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    const target = canvas.current;
    if (!isNear || !target) return;
    let stop = () => {};
    let isGone = false;
    void pdf.getPage(number).then(async (page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      if (isGone) return;
      setRatio(height / width);
      const pixels = target.clientWidth * Math.min(2, window.devicePixelRatio);
      const viewport = page.getViewport({ scale: pixels / width });
      target.width = Math.floor(viewport.width);
      target.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: target, viewport });
      stop = () => drawing.cancel();
      await drawing.promise.then(
        () => target.setAttribute("data-drawn", ""),
        () => undefined,
      );
    });
    return () => {
      isGone = true;
      stop();
      // A canvas far from the window keeps no picture: a long document would fill the memory.
      target.width = 0;
      target.height = 0;
      target.removeAttribute("data-drawn");
    };
  }, [pdf, number, isNear]);
  return (
    <div ref={box} className={classes.page} data-page={number} style={{ aspectRatio: `1 / ${ratio}` }}>
      <canvas ref={canvas} role="img" aria-label={t("pageOf", { page: number })} />
      <span className={classes.pageNumber} aria-hidden>
        {number}
      </span>
    </div>
  );
}
