import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { PRESENCE_OPERATORS } from "../operators.ts";
import { RichTextCell } from "../simple-cells.tsx";

const Input = lazily(() => import("../input/RichTextInput.tsx").then((m) => m.RichTextInput));
export const richText: KindUi = {
  Cell: RichTextCell,
  Input,
  operators: PRESENCE_OPERATORS,
  width: 240,
  wide: true,
};
