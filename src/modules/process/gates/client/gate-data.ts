import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { useRefresh } from "../../../../ui/data/records.ts";
import {
  type Gates,
  saveProgress,
  listTransitions,
  type Meet,
  moveRecord,
  type MoveRequest,
} from "../shared/moves.contract.ts";

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
interface Match {
  readonly ifVersion?: number;
}
/** `match`: see `matchOf`. */
export const moveStage = (object: string, id: string, body: MoveRequest, key: string, match: Match) =>
  call(moveRecord, { params: { object, id }, body, key, ...match });
export const keepMet = (object: string, id: string, meet: Meet, key: string, match: Match) =>
  call(saveProgress, { params: { object, id }, body: { meet }, key, ...match });

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
