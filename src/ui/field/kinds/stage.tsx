import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { STAGE_OPERATORS } from "../operators.ts";
import { StageCell } from "../StageCell.tsx";

const Input = lazily(() => import("../input/StageInput.tsx").then((m) => m.StageInput));
export const stage: KindUi = {
  Cell: StageCell,
  Input,
  operators: STAGE_OPERATORS,
  width: 140,
  sortable: true,
};
