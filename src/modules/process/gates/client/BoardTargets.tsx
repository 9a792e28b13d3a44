import { useEffect, useMemo } from "react";
import { textOf } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { MoveTarget, MoveTargets, MoveTargetsProps } from "../../../../ui/slots/board.ts";
import { can, type ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { columnState, judgeColumns, shuttingFirst } from "../shared/judge-columns.ts";
import { useTransitions } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { judgingOf } from "./judging.ts";
import { useJudgingFacts } from "./use-judging-facts.ts";

/** Tells the board how its columns stand for a card. */
export function BoardTargets({ object, record, onTargets }: MoveTargetsProps) {
  const targets = useTargets(object, record);
  useEffect(() => onTargets(targets), [targets, onTargets]);
  return null;
}

/**
 * The columns by the gate in the browser, over the facts at hand and the card as it is shown; what the server
 * has just answered takes its place.
 */
function useTargets(object: ObjectInfo, record: Values): MoveTargets {
  const { t, language } = useLanguage();
  const { data: listed, isFetching, isStale } = useTransitions(object.name, idOf(record));
  const facts = useJudgingFacts(object, record);
  const judging = useMemo(() => facts && judgingOf(facts), [facts]);
  const isFinal = !isFetching && !isStale;
  return useMemo(() => {
    if (!listed) return new Map();
    const mayMove = can(object, "update") && (listed.find(({ current }) => current)?.allowed ?? true);
    const judged = isFinal || !judging ? null : judgeColumns(judging, listed);
    return new Map(
      listed.map(({ to, unmet }): [string, MoveTarget] => {
        const here = judged
          ?.get(to)
          ?.map(({ text, fix }) => ({ message: textOf(text, language), ...(fix ? { fix } : {}) }));
        const open = shuttingFirst(here ?? unmet);
        return [
          to,
          {
            state: columnState(mayMove, open),
            reasons: mayMove ? open.map(({ message }) => message) : [t(gateScreenMessages.notYours)],
          },
        ];
      }),
    );
  }, [listed, isFinal, judging, object, language, t]);
}
