import {
  type CatalogObject,
  parentOf,
  personalOf,
  type TimelineStream,
} from "../../shared/metadata/object.ts";
import type { Catalog } from "../kernel/catalog.ts";
import { NAME, type Report } from "./catalog-report.ts";

/** What is wrong with an object, but for its fields. */
export function checkObject(catalog: Catalog, object: CatalogObject, report: Report): void {
  if (!NAME.test(object.name)) report("bad_name");
  if (Object.keys(object.label).length === 0) report("no_label");
  if (!object.byName[object.title]) report("no_title", { field: object.title });
  if (object.fields.length > 510) report("too_many_fields");
  if (new Set(object.fields.map((field) => field.name)).size !== object.fields.length)
    report("duplicate_name");
  if (object.fields.filter((field) => field.kind === "stage" && !field.hidden).length > 1)
    report("two_stages");
  const named = [
    ...object.list.columns,
    ...(object.sections ?? []).flatMap((section) => section.fields),
    ...(object.unique ?? []).flatMap((rule) => rule.fields),
    ...(object.timeline ? namedByTimeline(object.timeline) : []),
  ];
  for (const name of named) if (!object.byName[name]) report("unknown_field", { field: name });
  for (const key of object.list.sort.split(",").map((one) => one.trim().replace(/^-/, "")))
    if (key && !object.byName[key]) report("unknown_field", { field: key }, "list");
  const shared = parentOf(object.sharing)?.parent ?? personalOf(object.sharing)?.opened?.field;
  const opens = shared === undefined ? undefined : object.byName[shared];
  if (shared !== undefined && (!opens || opens.hidden)) report("unknown_field", { field: shared }, "sharing");
  if (opens && parentOf(object.sharing) && opens.kind !== "link")
    report("not_a_parent", { field: shared ?? "" }, "sharing");
  if (!catalog.object("user") || !catalog.object("department"))
    report("unknown_target", { target: "user, department" });
}

const namedByTimeline = ({ by, at, also = [], unless = [] }: TimelineStream): readonly string[] => [
  by,
  at,
  ...also,
  ...unless,
];
