import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { TEXT_OPERATORS } from "../operators.ts";
import { TextCell } from "../TextCell.tsx";

const Input = lazily(() => import("../input/TextInput.tsx").then((m) => m.TextInput));
export const text: KindUi = {
  Cell: TextCell,
  Input,
  operators: TEXT_OPERATORS,
  width: 200,
  inline: true,
  sortable: true,
};
