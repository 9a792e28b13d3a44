import type { PastState } from "../../../../engine/public.ts";
import { microseconds } from "../shared/stage-history.ts";
import type { BuildContext } from "./build-context.ts";
import type { RefusedRow } from "./built-row.ts";
import type { ImportedPast } from "./imported-past.ts";
import { lifeFault } from "./life-fault.ts";
import type { ReadRow } from "./read-row.ts";
import type { StagedRow } from "./read-stage.ts";

/** The life that a row tells of a new record. */
export function lifeOf(
  build: BuildContext,
  row: ReadRow,
  { states }: ImportedPast,
  staged: StagedRow,
): readonly PastState[] | RefusedRow {
  const fault = lifeFault(build, states, staged);
  if (fault) return fault;
  const [first] = states;
  const created = row.createdAt === undefined ? undefined : microseconds(row.createdAt);
  return first && created !== undefined && created < first.at
    ? [{ at: created, values: first.values }, ...states]
    : states;
}
