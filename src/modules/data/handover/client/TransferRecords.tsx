import type { BatchActionProps } from "../../../../ui/slots/list-actions.ts";
import { BatchDialog } from "../../../../ui/record/list/BatchDialog.tsx";
import { TransferDialog } from "./TransferDialog.tsx";

/**
 * Another owner for the selected rows: with the open work on them, where they are named one by one; for all
 * that a condition covers, or records that nobody owns by rights, the owner's field alone.
 */
export function TransferRecords(props: BatchActionProps) {
  const { object, ids, whole, count, busy, onApply, onDone, onClose } = props;
  const owner = object.byName["owner"];
  if (!owner) return null;
  return whole || object.sharing !== "owner" ? (
    <BatchDialog object={object} only={owner} count={count} busy={busy} onApply={onApply} onClose={onClose} />
  ) : (
    <TransferDialog object={object} owner={owner} ids={ids} onDone={onDone} onClose={onClose} />
  );
}
