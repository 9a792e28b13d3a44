import { useQuery } from "@tanstack/react-query";
import { beginSetup, readSetup, type SetupValues } from "../../shared/setup.contract.ts";
import { call } from "../../../../../ui/data/call.ts";

/** Whether nobody can sign in yet, so that the first person sets the company up. */
export const useSetupNeeded = (ask: boolean) =>
  useQuery({
    queryKey: ["setup"],
    enabled: ask,
    retry: 1,
    queryFn: async () => (await call(readSetup, {})).data.needed,
  });
export const setUp = (body: SetupValues, key: string) => call(beginSetup, { body, key });
