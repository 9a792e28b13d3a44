import { Fragment, type ReactNode } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import { useLanguage } from "./language.tsx";

export interface SaidProps {
  readonly text: Label;
  readonly parts: Readonly<Record<string, ReactNode>>;
}
/** A sentence whose places hold more than text: links, names, chips. */
export function Said({ text, parts }: SaidProps) {
  const { language } = useLanguage();
  return text[language].split(/\{(\w+)\}/u).map((part, place) =>
    // What stands between the braces is every other part; the same one may come twice.
    place % 2 === 0 ? part : <Fragment key={place}>{parts[part]}</Fragment>,
  );
}
