export { criterionKindScreens, type SupplyProps } from "./gate-screens.ts";
