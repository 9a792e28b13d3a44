import { useEffect, useMemo, useState } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { GateAnswer } from "../shared/gate.ts";
import type { Supplied } from "../shared/judge-with-answers.ts";
import type { UnmetItem } from "../shared/moves.contract.ts";
import { useJudgingFacts } from "./use-judging-facts.ts";

const load = () => import("./live-judge.ts");
/** Fetches what judges ahead of need. */
export const preloadJudge = (): void => void load().catch(() => undefined);
type Judge = Awaited<ReturnType<typeof load>>;

interface Judging {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly supply: Supplied;
  /** What the server found unmet. */
  readonly found: readonly UnmetItem[];
  /** Something differs from what the server judged. Before that nobody needs it to be judged again. */
  readonly isWanted: boolean;
}
/**
 * The gate as it stands with what has been typed so far, by the server's own function; null until there is
 * all that it needs.
 */
export function useJudge({ object, record, to, supply, found, isWanted }: Judging): GateAnswer | null {
  const facts = useJudgingFacts(object, record);
  const judge = useLoaded(isWanted);
  const judging = useMemo(() => judge && facts && judge.judgingOf(facts), [judge, facts]);
  return useMemo(
    () =>
      judge && judging && isWanted
        ? judge.judgeWithAnswers({ ...judging, to, supplied: supply, found })
        : null,
    [judge, judging, isWanted, to, supply, found],
  );
}

/** What judges, once it is wanted and has come; without a network the server judges alone. */
function useLoaded(isWanted: boolean): Judge | null {
  const [judge, setJudge] = useState<Judge | null>(null);
  useEffect(() => {
    if (!isWanted || judge) return undefined;
    let isHere = true;
    load().then(
      (found) => isHere && setJudge(found),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, judge]);
  return judge;
}
