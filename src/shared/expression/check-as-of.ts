import { coerce } from "./coerce.ts";
import type { Raw } from "./parse.ts";
import { fail } from "./problem.ts";
import { isConstant } from "./references.ts";
import type { Node } from "./types.ts";
import { nameOfType } from "./value-types.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Types `asof("2026-06-30", cond)`: a date is the end of that day in the company's zone. */
export function checkAsOf(raw: Extract<Raw, { is: "call" }>, check: (raw: Raw) => Node): Node {
  const [first, second, extra] = raw.args;
  if (!first || !second || extra)
    return fail("wrong_arguments", raw.nameAt, { name: "asof", least: 2, most: 2, given: raw.args.length });
  const arg = check(second);
  if (arg.type === "duration") fail("wrong_type", arg.at, { found: "duration" });
  return { is: "asof", type: arg.type, moment: checkMoment(check(first)), arg, at: raw.at };
}

function checkMoment(written: Node): Node {
  const isText = written.is === "literal" && typeof written.value === "string" && written.type === "text";
  const moment = isText ? coerce(written, DAY.test(String(written.value)) ? "date" : "datetime") : written;
  if (moment.type !== "date" && moment.type !== "datetime")
    fail("wrong_type", written.at, { expected: "datetime", found: nameOfType(written.type) });
  return isConstant(moment)
    ? moment
    : fail("wrong_arguments", written.at, { name: "asof", expected: 'asof("2026-06-30", …)' });
}
