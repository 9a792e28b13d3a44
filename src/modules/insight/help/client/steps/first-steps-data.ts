import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../../ui/data/call.ts";
import { usePreference } from "../../../../../ui/data/session.ts";
import { readFirstSteps } from "../../shared/first-steps.contract.ts";

/** auto: as long as something is left to do; off: hidden; on: asked for again. */
export type StepsShown = "auto" | "off" | "on";
export const useStepsShown = () => usePreference<StepsShown>("first_steps", "auto");

const BUSY_MS = 2000;
export const useFirstSteps = (isWanted: boolean) =>
  useQuery({
    queryKey: ["first-steps"],
    enabled: isWanted,
    queryFn: async () => (await call(readFirstSteps, {})).data,
    refetchInterval: ({ state }) => (state.data?.demo?.job ? BUSY_MS : false),
  });
