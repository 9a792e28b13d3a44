import { Suspense } from "react";
import { lazily } from "../../../../ui/kit/lazily.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import type { Transition } from "../shared/moves.contract.ts";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

export interface MoveDialogProps extends Pick<RecordPanelProps, "object" | "record"> {
  /** Absent: nothing is under way. */
  readonly to: Transition | undefined;
  /** Asks even when the gate is open. */
  readonly confirm: boolean;
  readonly onClose: () => void;
}
/** The gate of a move that is under way. */
export function MoveDialog({ object, record, to, confirm, onClose }: MoveDialogProps) {
  if (!to) return null;
  return (
    <Suspense>
      <GateDialog key={to.to} object={object} record={record} to={to.to} confirm={confirm} onDone={onClose} />
    </Suspense>
  );
}
