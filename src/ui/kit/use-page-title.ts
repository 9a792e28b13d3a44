import { useEffect } from "react";
import { kitMessages } from "./kit.messages.ts";
import { useLanguage } from "./language.tsx";

/**
 * What the browser calls the page in its tabs and its history, from the particular to the product; nothing told:
 * as it was.
 * @example usePageTitle("Phase II", "Opportunity") // "Phase II · Opportunity · Sluice"
 */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const { t } = useLanguage();
  const product = t(kitMessages.product);
  const named = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    if (named === "") return undefined;
    document.title = `${named} · ${product}`;
    return () => {
      document.title = product;
    };
  }, [named, product]);
}
