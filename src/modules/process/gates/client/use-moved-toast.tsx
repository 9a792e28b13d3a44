import type { Values } from "../../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import type { Transition } from "../shared/moves.contract.ts";
import { undoStage, useMoved } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";

/** Says where a record stands now, with a way back for ten seconds. A win is told by `useWinToast`. */
export function useMovedToast(object: ObjectInfo, record: Values): (to: Transition) => void {
  const { t, of } = useLanguage();
  const tell = useTell();
  const moved = useMoved();
  const id = idOf(record);
  return (to) => {
    if (to.type === "won") return;
    tell.undoable(`moved-${id}`, t(gateScreenMessages.moved, { stage: of(to.label, to.to) }), () =>
      undoStage(object.name, id)
        .then(() => moved(object.name, id))
        .catch(tell.failed),
    );
  };
}
