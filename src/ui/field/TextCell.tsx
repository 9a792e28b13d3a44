import { textValue } from "../data/values.ts";
import type { CellProps } from "./kind-ui.ts";

export const TextCell = ({ value }: CellProps) => <span className="clip">{textValue(value)}</span>;
