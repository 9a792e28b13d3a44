import type { ComponentType } from "react";
import type { PersonActionProps } from "../../../../../ui/slots/people-and-roles.ts";
import { lazily } from "../../../../../ui/kit/lazily.ts";

export type PersonDialog = ComponentType<PersonActionProps>;

/** What a person's menu opens, each of it loaded when it is opened. */
export const accessDialog: PersonDialog = lazily(() =>
  import("../AccessDialog.tsx").then((m) => m.AccessDialog),
);
export const rolesDialog: PersonDialog = lazily(() =>
  import("../PersonRolesDialog.tsx").then((m) => m.PersonRolesDialog),
);
export const editDialog: PersonDialog = lazily(() => import("./EditPerson.tsx").then((m) => m.EditPerson));
