export { DEMO_SYSTEM, loadDemo } from "./server/load-demo.ts";
