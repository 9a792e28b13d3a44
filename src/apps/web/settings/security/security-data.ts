import { useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Security,
  SecurityAnswer,
  SecondFactorAnswer,
} from "../../../../modules/identity/shared/security.ts";
import { request } from "../../../../ui/data/request.ts";
import { ME } from "../../../../ui/data/session.ts";
import { useTell } from "../use-tell.ts";

const KEY = ["settings", "security"] as const;
export const useSecurity = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async () => (await request<{ data: SecurityAnswer }>("/settings/security")).data,
  });

/** Saves one part of the settings; throws what the server refuses. */
export function useSaveSecurity(): (
  patch: Partial<Security> & { readonly oidc_secret?: string },
) => Promise<void> {
  const client = useQueryClient();
  const tell = useTell();
  return async (patch) => {
    const { data } = await request<{ data: SecurityAnswer }>("/settings/security", {
      method: "PATCH",
      body: patch,
    });
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
      (
        await request<{ data: SecondFactorAnswer }>(
          whose === "me" ? "/me/second-factor" : `/users/${whose}/second-factor`,
        )
      ).data,
  });
