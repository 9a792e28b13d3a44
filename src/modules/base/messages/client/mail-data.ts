import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import {
  changeMailSettings,
  listRefusedAddresses,
  type MailPatch,
  readMailSettings,
} from "../shared/mail.contract.ts";

const MAIL = ["settings", "mail"] as const;
export const REFUSED = ["settings", "mail", "refused"] as const;

export const useMailSettings = () =>
  useQuery({ queryKey: MAIL, queryFn: async () => (await call(readMailSettings, {})).data });

/** Saves the settings; throws what the server refuses. */
export function useSaveMail(): (patch: MailPatch) => Promise<void> {
  const client = useQueryClient();
  const tell = useTell();
  return async (body) => {
    const { data } = await call(changeMailSettings, { body });
    client.setQueryData(MAIL, data);
    tell.saved();
  };
}

export const useRefusedAddresses = () =>
  useQuery({ queryKey: REFUSED, queryFn: async () => (await call(listRefusedAddresses, {})).data });
