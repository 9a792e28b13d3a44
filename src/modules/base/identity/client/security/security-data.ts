import { useQuery, useQueryClient } from "@tanstack/react-query";
import { readMySecondFactor, readSecondFactorOf } from "../../shared/second-factor.contract.ts";
import {
  changeSecuritySettings,
  readSecuritySettings,
  type SecurityPatch,
} from "../../shared/security.contract.ts";
import { call } from "../../../../../ui/data/call.ts";
import { ME } from "../../../../../ui/data/session.ts";
import { useTell } from "../../../../../ui/kit/use-tell.tsx";

const KEY = ["settings", "security"] as const;
export const useSecurity = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await call(readSecuritySettings, {})).data,
  });

/** Saves one part of the settings; throws what the server refuses. */
export function useSaveSecurity(): (patch: SecurityPatch) => Promise<void> {
  const client = useQueryClient();
  const tell = useTell();
  return async (patch) => {
    const { data } = await call(changeSecuritySettings, { body: patch });
    client.setQueryData(KEY, data);
    await client.invalidateQueries({ queryKey: ME });
    tell.saved();
  };
}

/** Somebody's second factor: "me" or a person's id. */
export const useSecondFactor = (whose: string) =>
  useQuery({
    queryKey: ["second-factor", whose],
    queryFn: async () =>
      (whose === "me"
        ? await call(readMySecondFactor, {})
        : await call(readSecondFactorOf, { params: { id: whose } })
      ).data,
  });
