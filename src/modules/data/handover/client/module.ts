import type { ClientModule } from "../../../../ui/client-module.ts";
import { isEditable } from "../../../../ui/data/objects.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { recordScreenMessages } from "../../../../ui/record/record.messages.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { handoverEntryMessages } from "./entry.messages.ts";

/** Work that changes hands when a person leaves or changes place. */
export const handoverScreens: ClientModule = {
  name: "handover",
  batchActions: [
    {
      name: "transfer",
      label: recordScreenMessages.transfer,
      icon: "transfer",
      applies: (object) => {
        const owner = object.byName["owner"];
        return owner !== undefined && isEditable(object, owner);
      },
      Dialog: lazily(() => import("./TransferRecords.tsx").then((module) => module.TransferRecords)),
    },
  ],
  personActions: [
    {
      name: "handover",
      label: handoverEntryMessages.action,
      icon: "transfer",
      order: 3,
      applies: (me) => isAble(me, "people.manage") && isAble(me, "record.transfer"),
      to: (id) => `/handover/${id}`,
    },
  ],
  routes: [
    {
      path: "handover/:user",
      Component: lazily(() => import("./HandoverPage.tsx").then((module) => module.HandoverPage)),
    },
  ],
};
