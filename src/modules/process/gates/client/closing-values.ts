import type { Values } from "../../../../shared/metadata/object.ts";
import { isEditable, type ObjectInfo } from "../../../../ui/data/objects.ts";

/** What is told of a won deal besides a note: the day and the real amount. */
export const closingFields = (object: ObjectInfo): readonly ObjectInfo["fields"][number][] =>
  ["close_date", "amount"].flatMap((name) => {
    const field = object.byName[name];
    return field && isEditable(object, field) && (field.kind === "date" || field.kind === "money")
      ? [field]
      : [];
  });

/** Told unless another day is: it was won today. */
export const closingValues = (object: ObjectInfo, today: string): Values =>
  closingFields(object).some(({ name }) => name === "close_date") ? { close_date: today } : {};
