import { useMemo } from "react";
import type { PagePart } from "../slots/pages.ts";
import { useModules } from "./panels.tsx";

/** What modules add to a page at one of its places, in order. */
export function usePageParts(place: string): readonly PagePart[] {
  const modules = useModules();
  return useMemo(
    () =>
      modules
        .flatMap((module) => module.pageParts ?? [])
        .filter((part) => part.place === place)
        .toSorted((one, other) => one.order - other.order),
    [modules, place],
  );
}
