import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { listNewObjects } from "../shared/new-objects.contract.ts";

export const NEW_OBJECTS = ["new-objects"];

/** Objects of which nobody has said yet who may use them. */
export const useNewObjects = (enabled: boolean) =>
  useQuery({
    queryKey: NEW_OBJECTS,
    enabled,
    queryFn: async () => (await call(listNewObjects, {})).data,
  });
