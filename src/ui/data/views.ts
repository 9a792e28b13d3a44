import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { partOf, valuesOf } from "../../shared/metadata/record-of.ts";
import { view as viewObject } from "../../objects/system/view/view.object.ts";
import { createRecord, listKey, patchRecord, removeRecord, useRecords } from "./records.ts";
import { useObjects } from "./objects.ts";
import { idOf, isList, textValue } from "./values.ts";

export interface ColumnLayout {
  readonly field: string;
  readonly width?: number;
}
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly kind: "list" | "board" | "chart";
  readonly filter: string;
  readonly sort: string;
  /** As in the address of a list. */
  readonly group: string;
  readonly measure: string;
  readonly columns: readonly ColumnLayout[];
  readonly visibility: "private" | "everyone";
  readonly owner: string;
}

export const viewFilter = (object: string) => `object == ${JSON.stringify(object)}`;

/** Columns as a view or a person's settings keep them; what is none is left out. */
export const readColumns = (columns: readonly WireValue[]): readonly ColumnLayout[] =>
  columns
    .filter(isMap)
    .flatMap(({ field, width }) =>
      typeof field === "string" ? [{ field, ...(typeof width === "number" ? { width } : {}) }] : [],
    );

function readView(record: Values): SavedView {
  const { name, kind, filter, sort, group_by, measure, columns, visibility, owner } = partOf(
    viewObject,
    record,
  );
  return {
    id: idOf(record),
    name: textValue(name),
    kind: kind === "board" || kind === "chart" ? kind : "list",
    filter: textValue(filter),
    sort: textValue(sort),
    group: textValue(group_by),
    measure: textValue(measure),
    columns: isList(columns) ? readColumns(columns) : [],
    visibility: visibility === "everyone" ? "everyone" : "private",
    owner: textValue(owner),
  };
}

export function useSavedViews(object: string): readonly SavedView[] {
  const known = useObjects().has("view");
  const { data } = useRecords("view", { filter: viewFilter(object), sort: "created_at", limit: 100 }, known);
  return (data?.data ?? []).map(readView);
}

export function useSaveView(object: string) {
  const client = useQueryClient();
  const done = () => client.invalidateQueries({ queryKey: listKey("view").slice(0, 2) });
  const create = useMutation({
    mutationFn: ({ key, ...view }: Omit<SavedView, "id" | "owner"> & { key: string }) =>
      createRecord(
        viewObject.name,
        valuesOf(viewObject, {
          object,
          name: view.name,
          kind: view.kind,
          filter: view.filter,
          sort: view.sort,
          group_by: view.group,
          measure: view.measure,
          visibility: view.visibility,
          columns: view.columns.map((column) => ({ ...column })),
        }),
        key,
      ),
    onSuccess: done,
  });
  const change = useMutation({
    mutationFn: ({ id, values, key }: { id: string; values: Values; key: string }) =>
      patchRecord({ object: "view", id, values, base: {} }, key),
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: (id: string) => removeRecord("view", id),
    onSuccess: done,
  });
  return { create, change, remove };
}
