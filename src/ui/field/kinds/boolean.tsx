import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { BOOLEAN_OPERATORS } from "../operators.ts";
import { BooleanCell } from "../simple-cells.tsx";

const Input = lazily(() => import("../input/BooleanInput.tsx").then((m) => m.BooleanInput));
export const boolean: KindUi = {
  Cell: BooleanCell,
  Input,
  operators: BOOLEAN_OPERATORS,
  width: 90,
  inline: true,
  sortable: true,
};
