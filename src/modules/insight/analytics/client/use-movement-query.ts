import { useMemo } from "react";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import type { DepartmentTree } from "./departments.ts";
import type { MovementQuery } from "./insight-data.ts";
import { filterOf } from "./insight-state.ts";
import type { MovementState } from "./movement-state.ts";

/** What the address asks, in the words of the API. */
export function useMovementQuery(
  pipeline: PipelineInfo,
  object: ObjectInfo,
  state: MovementState,
  departments: DepartmentTree,
): MovementQuery {
  const filter = filterOf(
    { department: state.department, owner: state.owner, product: "", source: "" },
    departments.under(state.department),
  );
  return useMemo((): MovementQuery => {
    const { from, to, by } = state;
    return {
      object: pipeline.object,
      pipeline: pipeline.id,
      from,
      to,
      ...(filter ? { filter } : {}),
      ...(by ? { group_by: [{ field: by === "stage" ? (object.stageField ?? "stage") : by }] } : {}),
    };
  }, [pipeline, object, state, filter]);
}
