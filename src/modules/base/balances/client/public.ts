export { BalanceLedger } from "./BalanceLedger.tsx";
