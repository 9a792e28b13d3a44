import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { listCollaborators, listHanded, readHanded } from "../shared/collaboration.contract.ts";

export const HANDED = ["collaborations"] as const;

export const useCollaborators = () =>
  useQuery({
    queryKey: ["collaborators"],
    queryFn: async () => (await call(listCollaborators, {})).data,
  });
export const useHandedTasks = () =>
  useQuery({ queryKey: HANDED, queryFn: async () => (await call(listHanded, {})).data });
/** Texts come in the reader’s language. */
export function useHandedTask(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: [...HANDED, id, language],
    queryFn: async () => (await call(readHanded, { params: { id } })).data,
  });
}
