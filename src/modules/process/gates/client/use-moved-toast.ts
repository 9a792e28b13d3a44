import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import type { Transition } from "../shared/moves.contract.ts";
import { gateScreenMessages } from "./gate.messages.ts";

/** Says where a record stands now. A win is told by `useWinToast`. */
export function useMovedToast(): (to: Transition) => void {
  const { t, of } = useLanguage();
  const tell = useTell();
  return (to) => {
    if (to.type !== "won") tell.done(t(gateScreenMessages.moved, { stage: of(to.label, to.to) }));
  };
}
