import { Suspense, useState } from "react";
import { activity } from "../../../../../objects/work/activity/activity.object.ts";
import { can, useObject } from "../../../../../ui/data/objects.ts";
import { lazily } from "../../../../../ui/kit/lazily.ts";
import type { HomeTileProps } from "../../../../../ui/slots/home-tiles.ts";
import { DayRow } from "./DayRow.tsx";
import type { DrawRow } from "./DayRows.tsx";
import type { Day } from "./use-day.ts";
import type { DayActs } from "./use-day-acts.ts";
import type { About } from "./use-numbers.ts";

const LogHere = lazily(() => import("./LogHere.tsx").then((m) => m.LogHere));

export interface DayRowOptions extends HomeTileProps {
  readonly day: Day;
  readonly acts: DayActs;
  readonly onLogged: (about: About | null) => void;
}
/** Draws an item of the day, wherever it stands; one of them at a time has a place to log under it. */
export function useDayRow({ object, scope, day, acts, onLogged }: DayRowOptions): DrawRow {
  const { today } = day;
  const activities = useObject(activity.name);
  const mayLog = activities !== undefined && can(activities, "create");
  const [logging, setLogging] = useState("");
  return (item, number) => (
    <DayRow
      key={item.id}
      {...{ item, today, acts }}
      tasks={object}
      number={number}
      showsOwner={scope.whose !== "mine"}
      onLog={mayLog ? () => setLogging(logging === item.id ? "" : item.id) : undefined}
    >
      {logging === item.id && activities && (
        <Suspense>
          <LogHere
            {...{ activities, item }}
            onClose={() => setLogging("")}
            onLogged={(about) => {
              setLogging("");
              onLogged(about);
            }}
          />
        </Suspense>
      )}
    </DayRow>
  );
}
