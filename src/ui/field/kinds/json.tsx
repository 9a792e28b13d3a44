import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { PRESENCE_OPERATORS } from "../operators.ts";
import { JsonCell } from "../JsonCell.tsx";

const Input = lazily(() => import("../input/JsonInput.tsx").then((m) => m.JsonInput));
export const json: KindUi = { Cell: JsonCell, Input, operators: PRESENCE_OPERATORS, width: 200, wide: true };
