import type { Label } from "../../../../shared/i18n/label.ts";
import type { MessageParams } from "../../../../shared/i18n/messages.ts";
import type { Simulation } from "../shared/simulation.contract.ts";
import { whatIfMessages } from "./what-if.messages.ts";

export type Note = readonly [message: Label, params?: MessageParams];

/** Of fewer a median says nothing. */
const ENOUGH_DELAYS = 3;

/** What else is to be known of a what-if; a figure that is nought or not known is no note. */
export function whatIfNotes({ moves, records, imported, draft, live, delay }: Simulation): readonly Note[] {
  const notes: readonly (Note | false)[] = [
    [whatIfMessages.checked, { moves, records }],
    live !== null && [whatIfMessages.refusedLive, { count: live.refused }],
    draft.refused > 0 && draft.undecided > 0 && [whatIfMessages.unsure, { count: draft.undecided }],
    draft.absent > 0 && [whatIfMessages.absent, { count: draft.absent }],
    delay.met_later >= ENOUGH_DELAYS &&
      delay.median !== null &&
      delay.p90 !== null && [whatIfMessages.delay, { median: delay.median, p90: delay.p90 }],
    delay.met_later > 0 && [whatIfMessages.metLater, { count: delay.met_later }],
    delay.never > 0 && [whatIfMessages.neverMet, { count: delay.never }],
    imported > 0 &&
      (imported >= moves ? [whatIfMessages.importedAll] : [whatIfMessages.imported, { count: imported }]),
  ];
  return notes.flatMap((note) => (note === false ? [] : [note]));
}
