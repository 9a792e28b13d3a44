import type { ObjectInfo } from "../../data/objects.ts";
import { useRecord } from "../../data/records.ts";
import { EditDialog } from "../form/FormDialog.tsx";

export interface EditEventProps {
  readonly object: ObjectInfo;
  readonly id: string;
  readonly onClose: () => void;
}
/** The form of a record of the timeline, which has only part of it: it is read in full first. */
export function EditEvent({ object, id, onClose }: EditEventProps) {
  const record = useRecord(object.name, id, null).data?.data;
  return record ? <EditDialog object={object} record={record} onClose={onClose} /> : null;
}
