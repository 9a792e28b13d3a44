import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { call } from "../../../../ui/data/call.ts";
import { newId } from "../../../../ui/data/new-id.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { idOf, textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useTell } from "../../../../ui/kit/use-tell.tsx";
import { type Transition, undoMove } from "../shared/moves.contract.ts";
import { useMoved } from "./gate-data.ts";
import { gateScreenMessages } from "./gate.messages.ts";
import { WonWords } from "./WonWords.tsx";

/** A move that was made: the stage that it came to, and the record as it left it. */
export interface MadeMove {
  readonly to: Pick<Transition, "to" | "label" | "type">;
  readonly record: Values;
  /** An exception stays on record: it is told without a way back. */
  readonly isException: boolean;
}

/**
 * Says where a record stands now, with a way back for ten seconds: as if the move had never been made. The
 * server decides whether it may be.
 */
export function useTellMove(object: ObjectInfo): (made: MadeMove) => void {
  const { t, of } = useLanguage();
  const tell = useTell();
  const moved = useMoved();
  const undo = async (id: string, version: number) => {
    try {
      const params = { object: object.name, id };
      await call(undoMove, { params, body: { version }, key: newId() });
      tell.done(t(gateScreenMessages.moveUndone));
    } catch (error) {
      tell.failed(error);
    }
    moved(object.name, id);
  };
  return ({ to, record, isException }) => {
    const id = idOf(record);
    const { version } = partOf(anyRecord, record);
    const words =
      to.type === "won" ? (
        <WonWords name={textValue(record[object.title])} />
      ) : (
        t(gateScreenMessages.moved, { stage: of(to.label, to.to) })
      );
    // Of a record that the move took out of sight nothing is known but that it went.
    if (isException || !version) tell.done(words);
    else tell.undoable(`moved-${id}`, words, () => undo(id, version));
  };
}
