import { Suspense } from "react";
import { usePageParts } from "./page-parts.ts";

/** What modules add to a page at one of its places, one under the other. */
export function PageParts({ place, id = "" }: { readonly place: string; readonly id?: string }) {
  return usePageParts(place).map(({ name, Component }) => (
    <Suspense key={name}>
      <Component id={id} />
    </Suspense>
  ));
}
