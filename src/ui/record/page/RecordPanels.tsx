import { Suspense } from "react";
import type { RecordPanel, RecordPanelProps } from "../../slots/record-page.ts";
import { Hold } from "../../kit/Hold.tsx";
import { useIsNarrow } from "../../kit/use-is-narrow.ts";
import { usePanels } from "../panels.tsx";

/** What tells the next step comes first. */
const FIRST = 10;

export interface RecordPanelsProps {
  readonly place: RecordPanel["place"];
  readonly props: RecordPanelProps;
  /** In one column the fields stand between what comes first and the rest. */
  readonly part?: "first" | "rest";
}
/** What modules have to show at a place of a record's page, in their order. */
export function RecordPanels({ place, props, part }: RecordPanelsProps) {
  const narrow = useIsNarrow();
  return usePanels(props.object, place)
    .filter(({ order }) => part === undefined || (part === "first") === order <= FIRST)
    .map(({ name, pixels, Component }) => (
      <Suspense
        key={name}
        fallback={pixels ? <Place pixels={narrow ? pixels.narrow : pixels.wide} /> : <Hold />}
      >
        <Component {...props} />
      </Suspense>
    ));
}

const Place = ({ pixels }: { readonly pixels: number }) => (
  <div style={{ flex: "none", height: pixels }} aria-hidden />
);
