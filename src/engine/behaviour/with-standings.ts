import type { Behaviour } from "../../shared/wire/behaviour.contract.ts";
import type { SubscriberFigures } from "../health/read-subscribers.ts";
import type { Hooks } from "../kernel/hooks.ts";

/** Says of each subscriber among the behaviours how it takes changes and where it stands in the log. */
export const withStandings = (
  behaviours: readonly Behaviour[],
  { subscribers }: Hooks,
  figures: readonly SubscriberFigures[],
): readonly Behaviour[] =>
  behaviours.map((one) => {
    if (one.kind !== "react") return one;
    const hook = subscribers.find(({ name }) => name === one.name);
    const stands = figures.find(({ name }) => name === one.name);
    if (!hook) return one;
    return {
      ...one,
      subscriber: {
        set_wise: hook.runAll !== undefined,
        position: stands?.position ?? 0,
        behind: stands?.behind ?? 0,
        waiting_since: stands?.waitingSince ?? null,
        failed: stands?.failures ?? 0,
      },
    };
  });
