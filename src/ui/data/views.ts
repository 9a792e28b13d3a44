import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Values } from "../../shared/metadata/object.ts";
import { createRecord, listKey, patchRecord, removeRecord, useRecords } from "./records.ts";
import { useObjects } from "./objects.ts";
import { idOf, isMap, textValue } from "./values.ts";

export interface ColumnLayout {
  readonly field: string;
  readonly width?: number;
}
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly kind: "list" | "board";
  readonly filter: string;
  readonly sort: string;
  readonly columns: readonly ColumnLayout[];
  readonly visibility: "private" | "everyone";
  readonly owner: string;
}

export const viewFilter = (object: string) => `object == ${JSON.stringify(object)}`;

function readView(record: Values): SavedView {
  const columns = Array.isArray(record["columns"]) ? record["columns"] : [];
  return {
    id: idOf(record),
    name: textValue(record["name"]),
    kind: record["kind"] === "board" ? "board" : "list",
    filter: textValue(record["filter"]),
    sort: textValue(record["sort"]),
    columns: columns.flatMap((column) =>
      isMap(column) && typeof column["field"] === "string"
        ? [
            {
              field: column["field"],
              ...(typeof column["width"] === "number" ? { width: column["width"] } : {}),
            },
          ]
        : [],
    ),
    visibility: record["visibility"] === "everyone" ? "everyone" : "private",
    owner: textValue(record["owner"]),
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
        "view",
        {
          object,
          name: view.name,
          kind: view.kind,
          filter: view.filter,
          sort: view.sort,
          visibility: view.visibility,
          columns: view.columns.map((column) => ({ ...column })),
        },
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
