import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import {
  type Gates,
  keepProgress,
  listTransitions,
  listVisits,
  type Meet,
  moveRecord,
  type MoveRequest,
} from "../shared/moves.contract.ts";
import { readPipeline } from "../../../../shared/wire/pipelines.contract.ts";
import { keepOpened, type Opened } from "../shared/guidance.contract.ts";
import { type DwellNorms, readDwellNorms } from "../shared/dwell.contract.ts";

const transitionsKey = (object: string, id: string, pipeline: string) =>
  ["record", object, id, "transitions", pipeline] as const;
function useGates<T>(
  object: string,
  id: string,
  enabled: boolean,
  select: (gates: Gates) => T,
  pipeline = "",
) {
  return useQuery({
    queryKey: transitionsKey(object, id, pipeline),
    enabled: enabled && id !== "",
    queryFn: ({ signal }) =>
      call(listTransitions, { params: { object, id }, query: pipeline ? { pipeline } : {}, signal }),
    select,
  });
}
const transitionsOf = ({ data }: Gates) => data;
const factsOf = ({ judged_by }: Gates) => judged_by ?? null;
/** `pipeline`: the stages of another one, as the change into it would be judged. */
export const useTransitions = (object: string, id: string, enabled = true, pipeline?: string) =>
  useGates(object, id, enabled, transitionsOf, pipeline);
export const useSentFacts = (object: string, id: string) => useGates(object, id, true, factsOf).data ?? null;
export const useVisits = (object: string, id: string) =>
  useQuery({
    queryKey: ["record", object, id, "visits"],
    enabled: id !== "",
    queryFn: async ({ signal }) => (await call(listVisits, { params: { object, id }, signal })).data,
  });
export const usePipeline = (id: string | null) =>
  useQuery({
    queryKey: ["pipeline", id],
    enabled: id !== null && id !== "",
    staleTime: 60_000,
    queryFn: async ({ signal }) => (await call(readPipeline, { params: { id: id ?? "" }, signal })).data,
  });

/**
 * Measured hourly on the server: asking more often brings nothing new. Where it cannot be asked, weekdays
 * count and nothing is unusual.
 */
export function useDwellNorms(pipeline: string | null): DwellNorms | undefined {
  const { data, isError } = useQuery({
    queryKey: ["pipeline", pipeline, "dwell-norms"],
    enabled: pipeline !== null && pipeline !== "",
    staleTime: 1_800_000,
    queryFn: ({ signal }) => call(readDwellNorms, { params: { id: pipeline ?? "" }, signal }),
  });
  return data ?? (isError || !pipeline ? NO_NORMS : undefined);
}
const NO_NORMS: DwellNorms = {
  data: [],
  won: 0,
  computed_at: "",
  exceptions: [],
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Counts an opening; that it could not be counted is nothing to bother the reader with. */
export const countOpened = (pipeline: string, opened: Opened): void =>
  void call(keepOpened, { params: { id: pipeline }, body: opened, key: newId() }).catch(() => undefined);

interface Match {
  readonly ifVersion?: number;
}
/** `match`: see `matchOf`. */
export const moveStage = (object: string, id: string, body: MoveRequest, key: string, match: Match) =>
  call(moveRecord, { params: { object, id }, body, key, ...match });
export const keepMet = (object: string, id: string, meet: Meet, key: string, match: Match) =>
  call(keepProgress, { params: { object, id }, body: { meet }, key, ...match });

/** After a move: the record, its gates and visits, its tasks and every list that shows it. */
export function useMoved() {
  const refresh = useRefresh();
  const client = useQueryClient();
  return (object: string, id: string) => {
    refresh(object, id);
    for (const other of ["task", "form_response", "file", "approval_request"])
      void client.invalidateQueries({ queryKey: ["records", other] });
  };
}
