import { fits } from "../../shared/wire/fits.ts";
import { object, text } from "../../shared/wire/schema.ts";

const OfOne = object({ id: text() });
/** The id in the payload of a job about one thing; "" where there is none. */
export const idIn = (payload: unknown): string => (fits(OfOne, payload) ? payload.id : "");
