import { useObject } from "../../../../../ui/data/objects.ts";
import { EditDialog } from "../../../../../ui/record/form/FormDialog.tsx";
import type { PersonActionProps } from "../../../../../ui/slots/people-and-roles.ts";

/** The form of a person's record. */
export function EditPerson({ person, onClose }: PersonActionProps) {
  const object = useObject("user");
  return object && <EditDialog object={object} record={person} onClose={onClose} />;
}
