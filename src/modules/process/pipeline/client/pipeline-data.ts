import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import { shownZone } from "../../../../ui/kit/company-clock.ts";
import { listVisits } from "../shared/visits.contract.ts";
import { readPipeline } from "../../../../shared/wire/pipelines.contract.ts";
import { recordOpened, type Opened } from "../shared/guidance.contract.ts";
import { type DwellNorms, readDwellNorms } from "../shared/dwell.contract.ts";

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
  return data ?? (isError || !pipeline ? { ...NO_NORMS, zone: shownZone() } : undefined);
}
const NO_NORMS: Omit<DwellNorms, "zone"> = {
  data: [],
  won: 0,
  computed_at: "",
  exceptions: [],
};

/** Counts an opening; that it could not be counted is nothing to bother the reader with. */
export const countOpened = (pipeline: string, opened: Opened): void =>
  void call(recordOpened, { params: { id: pipeline }, body: opened, key: newId() }).catch(() => undefined);
