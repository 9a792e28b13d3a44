import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type DeletedField,
  readDefinitionProblems,
  readDeletedFields,
  readFields,
} from "../../../../shared/wire/fields.contract.ts";
import {
  type ObjectUses,
  readDeletedObjects,
  readObjectUses,
} from "../../../../shared/wire/objects.contract.ts";
import { call } from "../../../../ui/data/call.ts";
import { OBJECTS } from "../../../../ui/data/objects.ts";

export type { DeletedField };

/** Keys begin like those of the objects, so that whatever changes definitions makes these read again. */
export const useFields = (object: string) =>
  useQuery({
    queryKey: [...OBJECTS, "fields", object],
    queryFn: async () => (await call(readFields, { params: { object } })).data,
  });

export const useDeletedObjects = () =>
  useQuery({
    queryKey: [...OBJECTS, "deleted"],
    queryFn: async () => (await call(readDeletedObjects, { query: { deleted: "true" } })).data,
  });

export const useDeletedFields = () =>
  useQuery({
    queryKey: [...OBJECTS, "deleted-fields"],
    queryFn: async () => (await call(readDeletedFields, {})).data,
  });

export const useProblems = () =>
  useQuery({
    queryKey: [...OBJECTS, "problems"],
    queryFn: async () => (await call(readDefinitionProblems, {})).data,
  });

export const askUses = async (object: string): Promise<ObjectUses> =>
  (await call(readObjectUses, { params: { object } })).data;

/** Everything about definitions is read again. */
export function useReread(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: OBJECTS });
}
