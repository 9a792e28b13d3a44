import { Suspense } from "react";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { lazily } from "../../../../ui/kit/lazily.ts";
import type { InsightState } from "./insight-state.ts";
import { movementMessages } from "./movement.messages.ts";

const TimeBar = lazily(() =>
  import("../../../../ui/record/time/TimeBar.tsx").then((module) => module.TimeBar),
);

export interface InsightPastProps {
  readonly object: string;
  readonly state: InsightState;
  readonly change: (change: Partial<InsightState>, how?: "replace") => void;
}
/** The day in the past that the page shows, where it shows one. */
export function InsightPast({ object, state, change }: InsightPastProps) {
  const { t } = useLanguage();
  if (state.asOf === "") return null;
  return (
    <Suspense>
      <TimeBar
        object={object}
        value={state.asOf}
        note={t(movementMessages.nothingLater)}
        onChange={(asOf) => change({ asOf }, "replace")}
        onLeave={() => change({ asOf: "" })}
      />
    </Suspense>
  );
}
