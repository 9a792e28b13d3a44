import { Suspense } from "react";
import { lazily } from "../../../../ui/kit/lazily.ts";
import type { RecordPanelProps } from "../../../../ui/slots/record-page.ts";
import type { Transition } from "../shared/moves.contract.ts";
import { useMovedToast } from "./use-moved-toast.ts";

const GateDialog = lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog));

export interface MoveDialogProps extends Pick<RecordPanelProps, "object" | "record"> {
  /** Absent: nothing is under way. */
  readonly to: Transition | undefined;
  /** Asks even when the gate is open. */
  readonly confirm: boolean;
  readonly onClose: () => void;
}
/** The gate of a move that is under way, and what is said when it was made. */
export function MoveDialog({ object, record, to, confirm, onClose }: MoveDialogProps) {
  const told = useMovedToast();
  if (!to) return null;
  return (
    <Suspense>
      <GateDialog
        key={to.to}
        object={object}
        record={record}
        to={to.to}
        confirm={confirm}
        onDone={(outcome) => {
          onClose();
          if (outcome === "moved") told(to);
        }}
      />
    </Suspense>
  );
}
