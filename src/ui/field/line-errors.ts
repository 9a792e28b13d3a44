import { createContext } from "react";
import type { ProblemItem } from "../../shared/wire/problem.ts";

/** What a refused save said of single lines: shown at their cells. */
export const LineErrorsContext = createContext<readonly ProblemItem[]>([]);
