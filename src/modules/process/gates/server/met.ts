import { fits } from "../../../../shared/wire/fits.ts";
import { list, text } from "../../../../shared/wire/schema.ts";
import type { Operation } from "../../../../engine/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues } from "../shared/criterion.ts";
import type { Meeting, Met } from "./gate-kinds.ts";

/** `met` with further writes; null where what was supplied is no evidence. */
export const also = (met: Met, operations: readonly Operation[] | null): Met | null =>
  operations ? { ...met, operations: [...met.operations, ...operations] } : null;

/** The evidence of the record as it is with what was met before in the same request. */
export const stateBefore = ({ record }: Meeting, met: Met): Values =>
  met.state ?? { ...asValues(partOf(staged, record).gate_state) };

export const idOf = ({ record }: Meeting): string => String(partOf(staged, record).id);
export const regarding = (meeting: Meeting) => ({ object: meeting.object.name, id: idOf(meeting) });

const Texts = list(text({ maxLength: 100 }), { maxItems: 50 });
/** One name or a list of them. */
export const listOf = (value: WireValue): readonly string[] | null =>
  fits(Texts, value) ? value : typeof value === "string" ? [value] : null;

export const isSame = (a: WireValue | undefined, b: WireValue | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
