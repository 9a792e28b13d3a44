import { useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { StageMover, StageTarget } from "../../../ui/client-module.ts";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { idOf } from "../../../ui/data/values.ts";
import { lazily } from "../../../ui/kit/lazily.ts";
import { useTransitions } from "./gate-data.ts";

/** Which columns are open for the card that is being dragged, and the first reason of the others. */
function useTargets(object: ObjectInfo, record: Values | null): ReadonlyMap<string, StageTarget> {
  const { data } = useTransitions(object.name, record ? idOf(record) : "", record !== null);
  return useMemo(
    () =>
      new Map(
        (record ? (data ?? []) : []).map(({ to, allowed, unmet }): [string, StageTarget] => {
          const [first] = unmet;
          return [to, { allowed, ...(first ? { reason: first.message } : {}) }];
        }),
      ),
    [data, record],
  );
}

/** A drop on the board is a transition like any other. */
export const stageMover: StageMover = {
  applies: (object) => object.stageField !== undefined,
  useTargets,
  Move: lazily(() => import("./GateDialog.tsx").then((module) => module.GateDialog)),
};
