import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FieldKind } from "../../../../shared/metadata/field.ts";
import { OBJECTS } from "../../../../ui/data/objects.ts";
import { request } from "../../../../ui/data/request.ts";
import type { SettingsField } from "./field-draft.ts";

/** Keys begin like those of the objects, so that whatever changes definitions makes these read again. */
export const useFields = (object: string) =>
  useQuery({
    queryKey: [...OBJECTS, "fields", object],
    queryFn: () =>
      request<{ data: readonly SettingsField[] }>(`/objects/${object}/fields`).then(({ data }) => data),
  });

export interface DeletedObject {
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
  readonly icon: string | null;
  readonly deleted_at: string;
}
export const useDeletedObjects = () =>
  useQuery({
    queryKey: [...OBJECTS, "deleted"],
    queryFn: () =>
      request<{ data: readonly DeletedObject[] }>("/objects", { query: { deleted: "true" } }).then(
        ({ data }) => data,
      ),
  });

export interface DeletedField {
  readonly object: string;
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
  readonly kind: FieldKind;
  readonly deleted_at: string;
  readonly restorable_until: string;
  readonly days_left: number;
}
export const useDeletedFields = () =>
  useQuery({
    queryKey: [...OBJECTS, "deleted-fields"],
    queryFn: () =>
      request<{ data: readonly DeletedField[] }>("/definitions/deleted-fields").then(({ data }) => data),
  });

export interface DefinitionProblem {
  readonly object: string;
  readonly field: string | null;
  readonly property: string | null;
  readonly message: string;
}
export const useProblems = () =>
  useQuery({
    queryKey: [...OBJECTS, "problems"],
    queryFn: () =>
      request<{ data: readonly DefinitionProblem[] }>("/definitions/problems").then(({ data }) => data),
  });

export interface ObjectUses {
  readonly records: number;
  readonly in_bin: number;
  readonly fields: number;
  readonly in_the_way: readonly { readonly message: string }[];
}
export const askUses = (object: string): Promise<ObjectUses> =>
  request<{ data: ObjectUses }>(`/objects/${object}/uses`).then(({ data }) => data);

/** Everything about definitions is read again. */
export function useReread(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: OBJECTS });
}
