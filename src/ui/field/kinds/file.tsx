import { lazily } from "../../kit/lazily.ts";
import type { KindUi } from "../kind-ui.ts";
import { PRESENCE_OPERATORS } from "../operators.ts";
import { FileCell, SignatureCell } from "../simple-cells.tsx";

const FileInput = lazily(() => import("../input/FileInput.tsx").then((m) => m.FileInput));
const SignatureInput = lazily(() => import("../input/SignatureInput.tsx").then((m) => m.SignatureInput));
export const file: KindUi = {
  Cell: FileCell,
  Input: FileInput,
  operators: PRESENCE_OPERATORS,
  width: 110,
  wide: true,
};
export const image: KindUi = file;
export const signature: KindUi = {
  Cell: SignatureCell,
  Input: SignatureInput,
  operators: PRESENCE_OPERATORS,
  width: 110,
  wide: true,
};
