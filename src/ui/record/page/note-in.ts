import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";

/** What a line of the log says beside the values. */
interface SaidNote {
  /** What it followed from; of a restored version, which one that was. */
  readonly cause?: WireValue;
  /** Why a gate was overridden. */
  readonly override?: WireValue;
  readonly reason?: WireValue;
  /** What a move rests on. */
  readonly evidence?: WireValue;
  /** Numbers of the changes that never were. */
  readonly took_back?: WireValue;
}
export const noteIn = (note: WireValue | undefined): SaidNote => (isMap(note) ? note : {});
