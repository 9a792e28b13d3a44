import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { readSignInWays } from "../../shared/company-account.contract.ts";
import { call } from "../../../../../ui/data/call.ts";

const REFUSALS = [
  "oidc_off",
  "oidc_failed",
  "oidc_cancelled",
  "oidc_silent",
  "oidc_unverified",
  "oidc_unknown",
  "oidc_other_account",
  "network_not_allowed",
] as const;

/**
 * What the sign-in page offers, and why the provider of company accounts sent somebody back without a
 * session.
 */
export function useWays() {
  const [search] = useSearchParams();
  const [asked, ask] = useState(false);
  const { data } = useQuery({
    queryKey: ["sign-in-ways"],
    queryFn: async () => (await call(readSignInWays, {})).data,
  });
  return {
    oidc: data?.oidc ?? null,
    passwords: asked || (data?.passwords ?? true),
    showPasswords: () => ask(true),
    refused: REFUSALS.find((code) => code === search.get("refused")),
  };
}
