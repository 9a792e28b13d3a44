import { Suspense } from "react";
import type { RecordPanel, RecordPanelProps } from "../../slots/record-page.ts";
import { usePanels } from "../panels.tsx";

export interface RecordPanelsProps {
  readonly place: RecordPanel["place"];
  readonly props: RecordPanelProps;
}
/** What modules have to show at a place of a record's page, in their order. */
export const RecordPanels = ({ place, props }: RecordPanelsProps) =>
  usePanels(props.object, place).map(({ name, Component }) => (
    <Suspense key={name}>
      <Component {...props} />
    </Suspense>
  ));
