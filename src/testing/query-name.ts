import { label } from "../shared/i18n/label.ts";

/** The field by which each object of the world is called. */
export const name = { kind: "text", label: label("名称", "Name"), searchable: true } as const;

/** The list of an object that has nothing but a name. */
export const list = { columns: ["name"], sort: "name" };
